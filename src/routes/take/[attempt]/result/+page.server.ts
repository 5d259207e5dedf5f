import { redirect } from '@sveltejs/kit';
import { resultFor } from '$lib/server/attempts/result';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	orTrouble(async () => {
		const { db, learner, now } = locals;
		const result = await resultFor(db, learner, params.attempt, now);
		if (!result) redirect(303, `/take/${params.attempt}`);
		return { ...result, doubt: Number(url.searchParams.get('doubt')) };
	});
