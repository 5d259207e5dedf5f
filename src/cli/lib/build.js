// Builds the site, and knows whether what lies in build/ is whole and made from what is here now.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintSources } from './fingerprint.js';
import { Complaint, runOnNode, versionOfNode } from './machine.js';

/** Written when everything else in build/ is: without it the folder is half a build. */
export const STAMP = 'build/.made-from';

/**
 * The Node that builds counts, as another one may compile differently.
 * @param {string} root
 */
export function stampOf(root) {
	return `${fingerprintSources(root)} node ${versionOfNode(root)}\n`;
}

/** @param {string} root */
export function isBuilt(root) {
	const stamp = join(root, STAMP);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root);
}

/**
 * @param {string} root
 * @param {'info' | 'warn'} logLevel how much of the build's own log is shown
 * @throws {Complaint} when the build fails; its own words are above on the terminal
 */
export async function build(root, logLevel) {
	// The sources as they are before: an edit during the build makes the next start build again.
	const stamp = stampOf(root);
	rmSync(join(root, STAMP), { force: true });
	console.log('Building: this takes a few seconds.');
	const env = { ...process.env, NODE_ENV: 'production' };
	const status = await runOnNode(join(root, 'src/cli/lib/run-vite.js'), [logLevel], {
		cwd: root,
		env
	});
	if (status !== 0) {
		throw new Complaint(
			'The build failed: the reason is above. Nothing is served until it is mended.'
		);
	}
	mkdirSync(join(root, 'build'), { recursive: true });
	writeFileSync(join(root, STAMP), stamp);
}
