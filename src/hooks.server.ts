import { redirect, type Handle, type ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { guardTeachersRooms } from '$lib/server/accounts/guard';
import { readActors } from '$lib/server/accounts/sessions';
import { announceSetUp } from '$lib/server/accounts/set-up';
import { now } from '$lib/server/clock';
import { isFromHere } from '$lib/server/http/origin';
import { keepRetention } from '$lib/server/retention';
import { openRunningStore } from '$lib/server/store/running';
import { RETRY_AFTER } from '$lib/server/store/unavailable';
import { orTrouble } from '$lib/server/trouble';
import { Trouble } from '$lib/study/trouble';
import { parseSettings } from './cli/lib/settings.js';

export { handleError } from '$lib/server/http/handle-error';

const open = () => openRunningStore(process.env, process.cwd());

export const init: ServerInit = async () => {
	if (building) return;
	const { db } = await open();
	await keepRetention(db, { days: parseSettings(process.env, process.cwd()).retentionDays, now });
	await announceSetUp(db, process.env, now());
};

export const handle: Handle = async ({ event, resolve }) => {
	// A page that is made with the app belongs to nobody.
	if (building) return resolve(event);
	const origins = (process.env['ORIGINS'] ?? event.url.origin).split(' ');
	if (!isFromHere(event.request, origins))
		await orTrouble(() => {
			throw new Trouble('foreign-sender');
		});
	const { db } = await open();
	const moment = now();
	const actors = await orTrouble(() => readActors(db, event, moment));
	Object.assign(event.locals, { db, now: moment, ...actors });
	const { method } = event.request;
	const asked = { method, url: event.url, route: event.route.id };
	const signIn = await orTrouble(() => guardTeachersRooms(asked, actors.teacher));
	if (signIn !== undefined) redirect(303, signIn);
	const response = await resolve(event);
	// What is shown to somebody in particular is kept nowhere on the way.
	if (event.locals.teacher ?? event.locals.learner)
		response.headers.set('cache-control', 'private, no-store');
	if (response.status === 503) response.headers.set('retry-after', RETRY_AFTER);
	return response;
};
