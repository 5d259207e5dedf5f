import { redirect } from '@sveltejs/kit';
import { endSession } from '$lib/server/accounts/sessions';
import { orTrouble } from '$lib/server/trouble';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	orTrouble(async () => {
		await endSession(event.locals.db, event, 'teacher');
		redirect(303, '/teach/sign-in');
	});
