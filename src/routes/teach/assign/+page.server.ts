import { fail, redirect } from '@sveltejs/kit';
import { requireTeacher } from '$lib/server/access';
import { assignQuiz, reuseAssignments } from '$lib/server/assignments/assign';
import { givenFrom, readAssignForm, readReuseForm } from '$lib/server/assignments/form';
import {
	articleChoice,
	bankView,
	selectClassChoices,
	selectLoose,
	selectReusable
} from '$lib/server/assignments/views';
import { listPacks, selectPack } from '$lib/server/library';
import { newSeed } from '$lib/server/seed';
import { orTrouble } from '$lib/server/trouble';
import { serverZone } from '$lib/server/zone';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orTrouble(async () => {
		const { running, archived } = await selectClassChoices(locals.db, locals.teacher);
		const { searchParams } = url;
		const slug = searchParams.get('slug');
		const draw = searchParams.get('draw') ?? 'quick';
		const from = searchParams.get('from');
		const pack = slug === null ? null : selectPack(slug);
		return {
			classes: running,
			archived,
			zone: serverZone(),
			wanted: searchParams.get('class'),
			draw,
			article: pack && articleChoice(pack),
			bank: pack && draw === 'picked' ? bankView(pack) : null,
			articles: pack ? [] : listPacks().map(articleChoice),
			loose: pack ? [] : await selectLoose(locals.db, locals.teacher),
			reuse: from === null ? null : await selectReusable(locals.db, locals.teacher, from)
		};
	});

export const actions: Actions = {
	assign: async ({ locals: { db, teacher, now }, request }) => {
		const form = await request.formData();
		const made = await orTrouble(async () => {
			requireTeacher(teacher);
			const { slug, problems, ...asked } = readAssignForm(form, now);
			const pack = selectPack(slug);
			if (problems.length > 0) return { problems };
			return assignQuiz(db, teacher, { ...asked, pack, seed: newSeed(), now });
		});
		if ('problems' in made) return fail(400, { ...made, given: givenFrom(form) });
		redirect(303, `/teach/assignments/${made.id}?done=assigned`);
	},
	reuse: async ({ locals: { db, teacher, now }, request }) => {
		const form = await request.formData();
		const { from, picked, to, problems } = readReuseForm(form, now);
		const made =
			problems.length > 0
				? { problems }
				: await orTrouble(() => reuseAssignments(db, teacher, from, picked, to, now));
		if ('problems' in made) return fail(400, { ...made, given: givenFrom(form) });
		redirect(303, `/teach/classes/${to.classId}/gradebook`);
	}
};
