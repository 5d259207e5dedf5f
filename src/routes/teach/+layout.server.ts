import type { LayoutServerLoad } from './$types';

/** Who is signed in, for the shell. Whether one may be here at all is decided before (hooks). */
export const load: LayoutServerLoad = ({ locals: { teacher } }) => ({
	me: teacher && { name: teacher.name, role: teacher.role }
});
