import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { parseCode } from '$lib/server/classes/codes';
import { knock } from '$lib/server/classes/knock';
import { selectOptionalClass } from '$lib/server/store/class';
import { orTrouble } from '$lib/server/trouble';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, learner } }) =>
	orTrouble(async () => {
		const group = learner ? await selectOptionalClass(db, learner.classId) : undefined;
		return { here: learner && group ? { nickname: learner.nickname, group: group.name } : null };
	});

const Form = v.object({ code: v.pipe(v.string(), v.maxLength(200)) });

export const actions: Actions = {
	default: ({ request, locals: { db, now }, getClientAddress }) =>
		orTrouble(async () => {
			const form = v.safeParse(Form, Object.fromEntries(await request.formData()));
			const code = form.success ? form.output.code : '';
			if (parseCode(code) === '') return fail(400, { problem: 'empty' as const, code, seconds: 0 });
			const knocked = await knock(db, code, { address: getClientAddress(), now });
			if ('found' in knocked) redirect(303, `/join/${knocked.found.join_code}`);
			const seconds = 'seconds' in knocked ? knocked.seconds : 0;
			return fail(seconds > 0 ? 429 : 404, { problem: 'wrong' as const, code, seconds });
		})
};
