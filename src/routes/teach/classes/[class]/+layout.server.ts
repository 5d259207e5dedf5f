import { requireTaughtAssignment, requireTaughtClass } from '$lib/server/access';
import { orTrouble } from '$lib/server/trouble';
import type { LayoutServerLoad } from './$types';

/** The class, and the assignment on its pages, for name and tabs. Each page asks again for what it shows. */
export const load: LayoutServerLoad = ({ locals: { db, teacher }, params }) =>
	orTrouble(async () => {
		const found =
			params.assignment === undefined
				? { group: await requireTaughtClass(db, teacher, params.class), assignment: null }
				: await requireTaughtAssignment(db, teacher, params.class, params.assignment);
		const { id, name, role, archived_at } = found.group;
		return {
			group: { id, name, owner: role === 'owner', archived: archived_at !== null },
			assignment: found.assignment && {
				id: found.assignment.id,
				title: found.assignment.title
			}
		};
	});
