// What a build is made from, as one short hash. Equal sources give an equal fingerprint, on any
// machine and after any checkout: only names and bytes count, never times. No packages: this runs
// before anything is installed.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files and folders, from the project's root, whose change changes the build. */
export const BUILD_INPUTS = [
	'src',
	'static',
	'questions',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];

/** A test beside its module is never built, and editing one should not cost the next start a build. */
const NEVER_BUILT = /\.test\.[jt]s$/;

/**
 * Lists every file under `path` (itself, when it is a file) with forward slashes, in one order
 * everywhere.
 * @param {string} root
 * @param {string} path relative to root
 * @returns {string[]}
 */
function listFiles(root, path) {
	const full = join(root, path);
	if (!existsSync(full)) return [];
	if (statSync(full).isFile()) return [path];
	return readdirSync(full)
		.sort()
		.flatMap((name) => listFiles(root, `${path}/${name}`));
}

/**
 * @param {string} root the project's folder
 * @param {readonly string[]} [inputs]
 * @returns {string} 64 hexadecimal digits
 */
export function fingerprintSources(root, inputs = BUILD_INPUTS) {
	const hash = createHash('sha256');
	for (const file of inputs.flatMap((path) => listFiles(root, path))) {
		if (NEVER_BUILT.test(file)) continue;
		const bytes = readFileSync(join(root, file));
		// The length keeps apart two trees whose names and contents run together to the same bytes.
		hash.update(`${file}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex');
}
