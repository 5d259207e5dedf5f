/// <reference lib="webworker" />
/**
 * Opens the app without a network. It keeps a shell without anything on it and the files of the pages
 * that open from it, and nothing else: no page of anybody's, no answer. Articles and questions lie in a
 * cache that the page itself fills (`study/kept.ts`); what is personal lies in IndexedDB.
 *
 * What breaks if this changes: devices that hold an earlier release. Its worker stays, with the files
 * that it kept, until no page of it is open or its reader asks for the newer one.
 */
import { version } from '$service-worker';
import { broken } from './lib/ui/offline/broken.ts';
import {
	folderOf,
	isEarly,
	isSelfStudy,
	listOf,
	SHELL,
	type FileList
} from './lib/ui/offline/rooms.ts';

// The same file is checked as a part of the page, where `self` is a window.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'says-who-shell-';
const CACHE = PREFIX + version;
const FOLDER = folderOf(version);
const LIST = listOf(version);
/** What a device opens without a network of the attempts that lie on it. */
const TAKE = '/take';
const PARTS = '/_app/immutable/';
/** So long a page may hang on a network that is there and does nothing, in milliseconds. */
const PATIENCE = 3_000;
/** So long where the shell is the lesser page: what the server knows of an attempt it does not. */
const LONG_PATIENCE = 10_000;

worker.addEventListener('install', (event) => {
	event.waitUntil(keepAll());
});

worker.addEventListener('activate', (event) => {
	// The page that brought the worker may go offline before it is loaded again.
	event.waitUntil(Promise.all([dropOld(), worker.clients.claim()]));
});

worker.addEventListener('message', (event) => {
	if (event.data === 'use') event.waitUntil(worker.skipWaiting());
	else if (event.data === 'mend')
		// A page that was only just loading as the worker began is nobody's until now.
		event.waitUntil(Promise.all([worker.clients.claim(), keepAll(), dropOld()]));
	else if (event.data === 'version') event.ports[0]?.postMessage(version);
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname, search, hash } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (pathname.startsWith(PARTS)) event.respondWith(part(request, pathname));
	else if (request.mode === 'navigate') {
		const [, attempt] = /^\/take\/([^/]+)\/?$/u.exec(pathname) ?? [];
		if (isSelfStudy(pathname)) event.respondWith(page(request, PATIENCE, shell));
		else if (pathname === TAKE) event.respondWith(page(request, LONG_PATIENCE, shell));
		else if (attempt !== undefined)
			event.respondWith(page(request, LONG_PATIENCE, wayTo(`${TAKE}#${attempt}`)));
		else if (pathname === '/mine') event.respondWith(page(request, LONG_PATIENCE, wayTo(TAKE)));
		else event.respondWith(fetch(request).catch(wayTo(`/offline#${pathname}${search}${hash}`)));
	}
});

/**
 * Fetches what is missing of the shell and its files, or is not what it should be.
 *
 * @throws when something cannot be had whole: a worker that is being installed is given up then
 */
async function keepAll(): Promise<void> {
	const cache = await caches.open(CACHE);
	await keep(cache, LIST, isList);
	known = sizes();
	const files = [...(await known)];
	const early = files.flatMap(([path]) => (isEarly(path) ? [path] : []));
	await keep(cache, SHELL, isShell, (text) => withEarly(text, early));
	await Promise.all(files.map(([path, bytes]) => keep(cache, path, isFile(path, bytes))));
}

type Test = (answer: Response) => Promise<boolean>;

/** @param change what is kept is the text as this makes it */
async function keep(
	cache: Cache,
	path: string,
	test: Test,
	change?: (text: string) => string
): Promise<void> {
	const put = async (whole: Response): Promise<void> => {
		const { headers } = whole;
		await cache.put(path, change ? new Response(change(await whole.text()), { headers }) : whole);
	};
	if (await sound(cache, path, test)) return;
	// The files of a build never change under their names; what the browser has of them will do.
	const answer = await fetch(path, {
		credentials: 'omit',
		cache: path === SHELL ? 'reload' : 'default'
	});
	if (await test(answer.clone())) return put(answer);
	// Maybe the browser's own copy is what is broken.
	const again = await fetch(path, { credentials: 'omit', cache: 'reload' });
	if (!(await test(again.clone()))) throw new Error(`${path} could not be had whole`);
	await put(again);
}

async function sound(cache: CacheStorage | Cache, path: string, test: Test): Promise<boolean> {
	const kept = await cache.match(path);
	return kept !== undefined && test(kept);
}

/** The list's bytes by path; empty where it is not kept. */
async function sizes(): Promise<Map<string, number>> {
	const cache = await caches.open(CACHE);
	if (!(await sound(cache, LIST, isList))) return new Map();
	return new Map((await (await cache.match(LIST))?.json()) as FileList);
}

const isOf = ({ ok, headers }: Response, type: string): boolean =>
	ok && (headers.get('content-type') ?? '').includes(type);

const isShell: Test = async (answer) => {
	if (!isOf(answer, 'html')) return false;
	const text = await answer.text();
	return text.includes(FOLDER) && text.trimEnd().endsWith('</html>');
};

const isList: Test = async (answer) => {
	const list: unknown = isOf(answer, 'json') ? await answer.json().catch(() => null) : null;
	return Array.isArray(list) && list.length > 0;
};

/** @param bytes undefined where the list does not know the file */
const isFile =
	(path: string, bytes: number | undefined): Test =>
	async (answer) => {
		if (!isOf(answer, path.endsWith('.css') ? 'css' : 'javascript')) return false;
		const { size } = await answer.blob();
		return bytes === undefined ? size > 0 : size === bytes;
	};

/** The shell with what its pages load in any case, so that it comes at once and not in turn. */
const withEarly = (text: string, early: readonly string[]): string =>
	text.replace(
		'</head>',
		`${early.map((path) => `<link href="${path}" rel="modulepreload">`).join('')}</head>`
	);

/** The caches of earlier releases; not while another page may still be made of them. */
async function dropOld(): Promise<void> {
	const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (open.length > 1) return;
	const names = await caches.keys();
	await Promise.all(
		names
			.filter((name) => name.startsWith(PREFIX) && name !== CACHE)
			.map((name) => caches.delete(name))
	);
}

let known: Promise<Map<string, number>> | undefined;

/** A file of the build: as it is kept, where that is whole, else from the network. */
async function part(request: Request, path: string): Promise<Response> {
	const bytes = (await (known ??= sizes())).get(path);
	const kept = (await sound(caches, path, isFile(path, bytes))) && (await caches.match(path));
	return kept || fetch(request);
}

/** A page of the server, or what stands in for it where the server cannot be reached. */
async function page(
	request: Request,
	patience: number,
	otherwise: () => Response | Promise<Response>
): Promise<Response> {
	const asked = fetch(request).catch(() => null);
	const late = new Promise<null>((done) => setTimeout(done, patience, null));
	const answer = await Promise.race([asked, late]);
	// Something on the way to the server that answers for it.
	return answer && ![502, 503, 504].includes(answer.status) ? answer : otherwise();
}

async function shell(): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = (await sound(cache, SHELL, isShell)) && (await cache.match(SHELL));
	return kept || new Response(broken, { headers: { 'content-type': 'text/html' }, status: 503 });
}

const wayTo = (path: string) => (): Response =>
	Response.redirect(new URL(path, worker.location.origin), 302);
