// Serves the build: `npm start` hands over to this file, and the end-to-end tests start it as it is.
// What happens to a request lives in src/lib/server/http.

import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createListener, type Handler } from '../lib/server/http/listener.ts';
import { listPrerendered } from '../lib/server/http/prerendered.ts';
import { GRACE, stopServer } from '../lib/server/http/stop.ts';
import { Complaint, ROOT, messageOf, runMain } from './lib/machine.js';
import { addressOf, listenComplaint, parseSettings, prepareDataDir } from './lib/settings.js';

const HANDLER = join(ROOT, 'build/handler.js');

const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000 });

await runMain(async () => {
	const settings = parseSettings(process.env, ROOT);
	prepareDataDir(settings.dataDir);
	if (!existsSync(HANDLER)) throw new Complaint("There is no build yet: run 'npm start'.");

	await new Promise<void>((settle, reject) => {
		server.once('error', (error) => {
			reject(listenComplaint(error, settings));
		});
		server.listen(settings.port, settings.host, settle);
	});
	stopOnSignals();

	// The port is open before the handler is loaded, since the handler reads ORIGIN as it loads and
	// PORT=0 is known only now. Whoever comes in between waits.
	const address = addressOf(settings.host, (server.address() as AddressInfo).port);
	const origin = settings.origins[0] ?? address;
	const origins = settings.origins.length > 0 ? settings.origins : [address];
	const listener = loadListener(origins, settings.dataDir, settings.bodyLimit);
	server.on('request', (request, response) => {
		listener.then(
			(listen) => {
				listen(request, response);
			},
			() => {
				response.destroy();
			}
		);
	});
	try {
		await listener;
	} catch (error) {
		await stopServer(server, 0);
		throw error;
	}
	console.log(`Says Who is at ${origin}${origin === address ? '' : ` (listening at ${address})`}`);
	// What the app has to say as it starts comes after its address.
	tell('says-who:ready');
});

async function loadListener(
	origins: readonly string[],
	dataDir: string,
	bodyLimit: number
): Promise<RequestListener> {
	// adapter-node takes its settings from the environment, and so does what runs behind it.
	const [origin = ''] = origins;
	process.env['ORIGIN'] = origin;
	process.env['ORIGINS'] = origins.join(' ');
	process.env['DATA_DIR'] = dataDir;
	process.env['BODY_SIZE_LIMIT'] = String(bodyLimit);
	const { handler } = (await import(pathToFileURL(HANDLER).href)) as { handler: Handler };
	return createListener({
		handler,
		bodyLimit,
		secure: origin.startsWith('https:'),
		prerendered: listPrerendered(join(ROOT, 'build/prerendered')),
		report: console.error
	});
}

/** Tells the app, which lives in this process. */
function tell(event: string, ...what: readonly string[]): void {
	const emitter: Pick<EventEmitter, 'emit'> = process;
	emitter.emit(event, ...what);
}

function stopOnSignals(): void {
	let stopping = false;
	const stop = async (reason: string) => {
		// Ctrl-C reaches this process twice where a parent forwards it.
		if (stopping) return;
		stopping = true;
		// Answers that never end by themselves, streams of events, must not be waited for.
		tell('says-who:stopping', reason);
		await stopServer(server);
		// Kit's own name for the moment when a database is closed.
		tell('sveltekit:shutdown', reason);
		// Nothing is left to do but to close it, so the process ends by itself as soon as it is closed.
		setTimeout(() => process.exit(), GRACE).unref();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => void stop(signal));
	// A parent that was killed leaves no server behind; the wait for it holds nothing open.
	process.on('disconnect', () => void stop('disconnect'));
	process.channel?.unref();
	// adapter-node drops the promise of a page that fails behind a prerendered route; one page's
	// failure must not take the class's server down.
	process.on('unhandledRejection', (error) => {
		console.error(messageOf(error));
	});
}
