import { readProjected } from '$lib/server/results/projected';
import { orTrouble } from '$lib/server/trouble';
import { stages } from '$lib/ui/watch/words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher }, params, url }) =>
	orTrouble(async () => {
		const place = { classId: params.class, assignmentId: params.assignment };
		const n = Number(url.searchParams.get('n') ?? 1);
		const show = url.searchParams.get('show');
		return {
			place,
			stage: stages.find((stage) => stage === show) ?? 'question',
			shown: await readProjected(db, teacher, place, Number.isInteger(n) ? n : 1)
		};
	});
