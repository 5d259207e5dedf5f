// Which paths adapter-node answers with a page rendered at build time.

import { existsSync, readdirSync } from 'node:fs';

/** @param folder build/prerendered; it is absent when nothing was prerendered */
export function listPrerendered(folder: string): Set<string> {
	if (!existsSync(folder)) return new Set();
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return new Set(files.filter((file) => file.endsWith('.html')).map(pathOfPage));
}

function pathOfPage(file: string): string {
	const path = `/${file.replaceAll('\\', '/')}`.replace(/\.html$/, '');
	return path.endsWith('/index') ? path.slice(0, -'index'.length) : path;
}
