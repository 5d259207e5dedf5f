/// <reference lib="webworker" />
/**
 * Opens an attempt without a network. It keeps a shell without data (`/take`) and what that shell is
 * made of, and nothing else: no page of anybody's, no answer. What is personal lies in IndexedDB and is
 * read by the shell itself.
 *
 * What breaks if this changes: devices that hold an earlier release. Its worker stays, with the files
 * that it kept, until no page of it is open.
 */
import { build, version } from '$service-worker';

// The same file is checked as a part of the page, where `self` is a window.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'says-who-shell-';
const CACHE = PREFIX + version;
const SHELL = '/take';
const PARTS = '/_app/immutable/';
/** So long a page may hang on a network that is there and does nothing. */
const PATIENCE = 10_000;

worker.addEventListener('install', (event) => {
	event.waitUntil(keepShell());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		caches
			.keys()
			.then((names) =>
				Promise.all(
					names
						.filter((name) => name.startsWith(PREFIX) && name !== CACHE)
						.map((name) => caches.delete(name))
				)
			)
	);
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (pathname.startsWith(PARTS)) event.respondWith(part(request));
	else if (request.mode === 'navigate') {
		const [, attempt] = /^\/take\/([^/]+)\/?$/u.exec(pathname) ?? [];
		if (attempt !== undefined) event.respondWith(page(request, `${SHELL}#${attempt}`));
		else if (pathname === SHELL) event.respondWith(shell(request));
		else if (pathname === '/mine') event.respondWith(page(request, SHELL));
	}
});

/** The shell, and every file that it or one of those files names. */
async function keepShell(): Promise<void> {
	const cache = await caches.open(CACHE);
	const answer = await fetch(SHELL, { cache: 'reload', credentials: 'omit' });
	if (!answer.ok) throw new Error(`The shell could not be had: ${answer.status}`);
	await cache.put(SHELL, answer.clone());
	// Kit loads the page for errors with every page.
	const errorPage = build.filter((path) => path.includes('/nodes/1.'));
	let fresh = [...partsIn(await answer.text()), ...errorPage];
	const wanted = new Set<string>();
	while (fresh.length > 0) {
		for (const path of fresh) wanted.add(path);
		await cache.addAll(fresh);
		const named = await Promise.all(fresh.map((path) => partsOf(cache, path)));
		fresh = [...new Set(named.flat())].filter((path) => !wanted.has(path));
	}
}

/** The build's files that a text names, by the last part of their path: files name each other so. */
const partsIn = (text: string): string[] =>
	build.filter((path) => text.includes(path.slice(path.lastIndexOf('/'))));

/** What a kept file names in its turn; but the entry names every page of the site. */
async function partsOf(cache: Cache, path: string): Promise<string[]> {
	if (!path.endsWith('.js') || path.includes('/entry/')) return [];
	return partsIn((await (await cache.match(path))?.text()) ?? '');
}

/** The files of a build never change under their names. */
async function part(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}

/** A page of the server, or the way to the shell where the server cannot be reached. */
async function page(request: Request, otherwise: string): Promise<Response> {
	return (
		(await fromNetwork(request)) ??
		Response.redirect(new URL(otherwise, worker.location.origin), 302)
	);
}

async function shell(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	return (await fromNetwork(request)) ?? (await cache.match(SHELL)) ?? Response.error();
}

/** null: no connection, or only something on the way to the server that says so. */
async function fromNetwork(request: Request): Promise<Response | null> {
	try {
		const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
		return [502, 503, 504].includes(answer.status) ? null : answer;
	} catch {
		return null;
	}
}
