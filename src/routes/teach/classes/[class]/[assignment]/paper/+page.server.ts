import { fail } from '@sveltejs/kit';
import { requireTaughtAssignment } from '$lib/server/access';
import * as v from 'valibot';
import { enterPaper, type Typed } from '$lib/server/attempts/enter-paper';
import { readPaper } from '$lib/server/attempts/paper';
import { loadUnsent } from '$lib/server/attempts/unsent';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, teacher, now }, params, url }) =>
	orTrouble(async () => {
		const place = { classId: params.class, assignmentId: params.assignment };
		const page = Number(url.searchParams.get('page') ?? 1);
		return {
			place,
			grid: await readPaper(
				db,
				teacher,
				place,
				now,
				Number.isInteger(page) && page > 0 ? page - 1 : 0
			)
		};
	});

/** A page of learners with every question of the largest quiz. */
const MOST = 40 * 60;

const learner = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,40}$/u));
/** `a.LEARNER.PLACE`: what is typed; `r.LEARNER.PLACE`: replace what the device gave there, as it was. */
const cellsOf = (kind: 'a' | 'r') =>
	v.pipe(
		v.array(
			v.pipe(
				v.tuple([
					v.pipe(v.string(), v.regex(new RegExp(`^${kind}\\.[0-9a-z]{1,40}\\.\\d{1,3}$`, 'u'))),
					v.pipe(v.string(), v.maxLength(200))
				]),
				v.transform(([name, text]): Typed => {
					const [, learnerId = '', position = ''] = name.split('.');
					return { learnerId, position: Number(position), text };
				})
			)
		),
		v.maxLength(MOST)
	);
const Form = v.object({
	typed: cellsOf('a'),
	replace: cellsOf('r'),
	handIn: v.pipe(v.array(learner), v.maxLength(MOST))
});

function readForm(data: FormData) {
	const fields = [...data];
	const named = (kind: string) => fields.filter(([name]) => name.startsWith(`${kind}.`));
	return v.safeParse(Form, {
		typed: named('a'),
		replace: named('r'),
		handIn: data.getAll('hand-in')
	});
}

/** Bytes of a file: two hundred answers are far below. */
const FILE = 300_000;

export const actions = {
	enter: async ({ locals: { db, teacher, now }, params, request }) => {
		const form = readForm(await request.formData());
		if (!form.success) return fail(400, { tooMuch: true });
		const { typed, ...ticked } = form.output;
		const place = { classId: params.class, assignmentId: params.assignment };
		return orTrouble(async () => ({
			entered: await enterPaper(db, teacher, place, typed, ticked, now)
		}));
	},
	load: async ({ locals: { db, teacher, now }, params, request }) => {
		// A file is looked at only once it is known whose it is.
		await orTrouble(() => requireTaughtAssignment(db, teacher, params.class, params.assignment));
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { refused: 'none' as const });
		const place = { classId: params.class, assignmentId: params.assignment };
		const text = file.size > FILE ? '' : await file.text();
		const loaded = await orTrouble(() => loadUnsent(db, teacher, place, text, now));
		return loaded.ok ? { loaded } : fail(400, { refused: loaded.why });
	}
} satisfies Actions;
