// npm start: from a fresh clone to a running server, with whatever Node from 20 the machine has.
// Needs no packages, since it installs them. What is cheap to refuse is refused before anything slow.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build, isBuilt } from './lib/build.js';
import { installMissing, isIncomplete } from './lib/install.js';
import { withLock } from './lib/lock.js';
import { ROOT, findNode, isNewEnough, run, runMain } from './lib/machine.js';
import { parseSettings, prepareDataDir, provePort } from './lib/settings.js';

await runMain(async () => {
	const settings = parseSettings(process.env, ROOT);
	prepareDataDir(settings.dataDir);
	await provePort(settings);

	if (isIncomplete(ROOT, false) || !isBuilt(ROOT)) {
		await withLock(ROOT, async () => {
			await installMissing(ROOT, { dev: false });
			// Another start may have built while this one waited.
			if (!isBuilt(ROOT)) await build(ROOT, 'warn');
		});
	}
	return serve();
});

/** @returns {Promise<number | void>} the exit status, once the server has stopped */
async function serve() {
	const script = join(ROOT, 'src/cli/serve.ts');
	if (isNewEnough(process.versions.node)) {
		await import(pathToFileURL(script).href);
		return;
	}
	const node = findNode();
	// The channel tells the server when this process is gone, even if it was killed.
	return run(node, [script], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
}
