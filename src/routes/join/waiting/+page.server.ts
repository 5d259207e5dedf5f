import { redirect } from '@sveltejs/kit';
import { forgetClaim, lookAtClaim } from '$lib/server/classes/claims';
import { selectOptionalClass } from '$lib/server/store/class';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orTrouble(async () => {
		const { db, now, learner } = event.locals;
		const claim = await lookAtClaim(db, event, now);
		if (claim.state === 'allowed') redirect(303, '/mine');
		// It was used up by another tab, or there never was one.
		if (claim.state === 'none') redirect(303, learner ? '/mine' : '/join');
		return { state: claim.state, name: claim.nickname };
	});

export const actions: Actions = {
	/** Back to the class, without the claim that was declined. */
	back: (event) =>
		orTrouble(async () => {
			const { db, now } = event.locals;
			const claim = await lookAtClaim(db, event, now);
			if (claim.state === 'allowed') redirect(303, '/mine');
			forgetClaim(event);
			const group = 'classId' in claim ? await selectOptionalClass(db, claim.classId) : undefined;
			redirect(303, group ? `/join/${group.join_code}` : '/join');
		})
};
