import { fail, redirect } from '@sveltejs/kit';
import { requireTaughtClass } from '$lib/server/access';
import { showDay } from '$lib/server/classes/calendar';
import { decide, waitingClaims } from '$lib/server/classes/claims';
import { changeClass } from '$lib/server/classes/classes';
import { entranceOf } from '$lib/server/classes/entrance';
import { forms, parseForm, textOf } from '$lib/server/classes/forms';
import { bringLearnerBack, classMembers } from '$lib/server/classes/learners';
import { addNames, previewNames } from '$lib/server/classes/name-list';
import { UNDO_DAYS, undoEnds } from '$lib/server/retention';
import { orTrouble } from '$lib/server/trouble';
import { readTold } from './told';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher, now }, params, url }) =>
	orTrouble(async () => {
		const group = await requireTaughtClass(db, teacher, params.class);
		const { learners, removed } = await classMembers(db, teacher, group.id);
		const claims = await waitingClaims(db, teacher, group.id, now);
		return {
			entrance: entranceOf(group, url.origin, now),
			learners: learners.map(({ id, nickname, listed, joined_at }) => ({
				id,
				name: nickname,
				listed: listed === 1,
				joined: joined_at !== null
			})),
			removed: removed.map(({ id, nickname, removed_at }) => ({
				id,
				name: nickname,
				until: showDay(undoEnds(removed_at ?? 0))
			})),
			undoDays: UNDO_DAYS,
			claims: claims.map(({ id, nickname, created_at }) => ({
				id,
				name: nickname,
				at: created_at
			})),
			told: readTold(url.searchParams, [...learners, ...removed])
		};
	});

export const actions: Actions = {
	joining: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.joining, await request.formData());
			if ('values' in parsed) await changeClass(db, teacher, params.class, parsed.values);
			redirect(303, `/teach/classes/${params.class}`);
		}),

	claim: ({ request, locals: { db, teacher, now }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.claim, await request.formData());
			if ('fault' in parsed) redirect(303, `/teach/classes/${params.class}`);
			const { claim, decision } = parsed.values;
			await decide(db, teacher, params.class, claim, { decision, now });
			redirect(303, `/teach/classes/${params.class}?told=${decision}`);
		}),

	back: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const parsed = parseForm(forms.learner, await request.formData());
			const learnerId = 'values' in parsed ? parsed.values.learner : '';
			const brought = await bringLearnerBack(db, teacher, { classId: params.class, learnerId });
			const told = 'problem' in brought ? 'full' : `back&learner=${learnerId}`;
			redirect(303, `/teach/classes/${params.class}?told=${told}`);
		}),

	preview: ({ request, locals: { db, teacher }, params }) =>
		orTrouble(async () => {
			const text = textOf(await request.formData(), 'names', 400_000);
			const preview = await previewNames(db, teacher, params.class, text);
			return 'fault' in preview ? fail(400, { text, ...preview }) : { text, preview };
		}),

	add: ({ request, locals: { db, teacher, now }, params }) =>
		orTrouble(async () => {
			const text = textOf(await request.formData(), 'names', 400_000);
			const added = await addNames(db, teacher, params.class, { text, now });
			if ('fault' in added) return fail(400, { text, ...added });
			redirect(303, `/teach/classes/${params.class}?told=added&n=${added.added}`);
		})
};
