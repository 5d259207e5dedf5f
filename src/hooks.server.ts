import { error, type Handle, type ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { readActors } from '$lib/server/accounts/sessions';
import { now } from '$lib/server/clock';
import { isFromHere } from '$lib/server/http/origin';
import { openRunningStore } from '$lib/server/store/running';

export { handleError } from '$lib/server/http/handle-error';

const open = () => openRunningStore(process.env, process.cwd());

export const init: ServerInit = async () => {
	if (!building) await open();
};

export const handle: Handle = async ({ event, resolve }) => {
	// A page that is made with the app belongs to nobody.
	if (building) return resolve(event);
	const origins = (process.env['ORIGINS'] ?? event.url.origin).split(' ');
	if (!isFromHere(event.request, origins))
		error(403, { message: 'This was not sent from a page of Says Who.', code: 'foreign-sender' });
	const { db } = await open();
	const moment = now();
	Object.assign(event.locals, {
		db,
		now: moment,
		...(await readActors(db, event, moment))
	});
	const response = await resolve(event);
	// What is shown to somebody in particular is kept nowhere on the way.
	if (event.locals.teacher ?? event.locals.learner)
		response.headers.set('cache-control', 'private, no-store');
	return response;
};
