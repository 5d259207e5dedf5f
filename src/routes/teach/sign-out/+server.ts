import { redirect } from '@sveltejs/kit';
import { endSession } from '$lib/server/accounts/sessions';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	await endSession(event.locals.db, event, 'teacher');
	redirect(303, '/teach/sign-in');
};
