import { requireTeacher } from '$lib/server/access';
import { readActors } from '$lib/server/accounts/sessions';
import { readProgress } from '$lib/server/attempts/progress';
import { now } from '$lib/server/clock';
import { onChange } from '$lib/server/live/bus';
import { streamOf } from '$lib/server/live/stream';
import { orTrouble } from '$lib/server/trouble';
import { Trouble } from '$lib/study/trouble';
import type { RequestHandler } from './$types';

/** The progress of the class as it changes. A stream outlives its request, so it asks again who it is. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, request, url } = event;
	const withNames = url.searchParams.get('names') !== 'off';
	const read = async (teacher: App.Locals['teacher'], at: number) =>
		JSON.stringify(
			await readProgress(locals.db, teacher, params.class, params.assignment, at, withNames)
		);
	const { first, watcher } = await orTrouble(async () => ({
		watcher: requireTeacher(locals.teacher).id,
		first: await read(locals.teacher, locals.now)
	}));
	const body = streamOf(
		{
			watcher,
			read: async () => {
				const at = now();
				const { teacher } = await readActors(locals.db, event, at);
				return read(teacher, at);
			},
			onChange: (listener) => onChange(params.assignment, listener),
			report: (caught) => {
				if (!(caught instanceof Trouble)) process.stderr.write(`${String(caught)}\n`);
			},
			signal: request.signal
		},
		first
	);
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'private, no-store',
			// A proxy that gathers an answer before it sends it would never send this one.
			'x-accel-buffering': 'no'
		}
	});
};
