import { readLearnerAtAssignment } from '$lib/server/results/learner';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orTrouble(async () => ({
		base: `/teach/classes/${params.class}/${params.assignment}`,
		learner: await readLearnerAtAssignment(
			locals.db,
			locals.teacher,
			{ classId: params.class, assignmentId: params.assignment, learnerId: params.learner },
			locals.now
		)
	}));
