// npm test: everything that is checked, in one command, with whatever Node from 20 the machine has.
// A failing step does not stop the next, so that one run shows all that is wrong. The last line is
// 'N passed, M failed', counted from the runners' own reports; a step that is no test counts as one
// failure when it fails.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, isBuilt } from './lib/build.js';
import { installMissing } from './lib/install.js';
import { withLock } from './lib/lock.js';
import { ROOT, messageOf, runMain, runOnNode } from './lib/machine.js';
import { countPlaywright, countVitest } from './lib/reports.js';

const scratch = mkdtempSync(join(tmpdir(), 'says-who-test-'));

// What the caller's environment says about serving and building is not what is tested.
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env, E2E_DATA_DIR: join(scratch, 'data') };
for (const name of ['NODE_ENV', 'PORT', 'HOST', 'ORIGIN', 'BODY_SIZE_LIMIT']) env[name] = undefined;
for (const name of ['DATA_DIR', 'DATABASE_URL']) env[name] = undefined;

let passed = 0;
let failed = 0;

/** @param {string} script @param {...string} args */
function tool(script, ...args) {
	return runOnNode(script, args, { cwd: ROOT, env });
}

/**
 * @param {string} name
 * @param {() => Promise<import('./lib/reports.js').Count | undefined>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(name, work) {
	console.log(`\n── ${name}`);
	const start = performance.now();
	const before = failed;
	try {
		const count = await work();
		passed += count?.passed ?? 0;
		failed += count?.failed ?? 0;
		for (const note of count?.notes ?? []) console.log(note);
	} catch (error) {
		failed += 1;
		console.log(messageOf(error));
	}
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const good = failed === before;
	console.log(`── ${name}: ${good ? 'good' : 'FAILED'} (${seconds} s)`);
	return good;
}

/**
 * A step made of tools that answer with their exit status alone; all run, and it fails as one.
 * @param {(() => Promise<number>)[]} tools
 */
async function allSucceed(tools) {
	let bad = 0;
	for (const start of tools) if ((await start()) !== 0) bad += 1;
	return bad === 0 ? undefined : { passed: 0, failed: 1, notes: [] };
}

/** @param {string} path */
function readReport(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}

async function testEverything() {
	await withLock(ROOT, () => installMissing(ROOT, { dev: true }));

	await step('lint', () =>
		allSucceed([
			() => tool('svelte-kit', 'sync'),
			() => tool('prettier', '--check', '--log-level', 'warn', '.'),
			() => tool('eslint', '.')
		])
	);
	await step('types', () =>
		allSucceed([() => tool('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings')])
	);
	await step('packs', () => allSucceed([() => tool(join(ROOT, 'src/cli/check-packs.ts'))]));
	await step('unit tests', async () => {
		const report = join(scratch, 'vitest.json');
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
		const status = await tool('vitest', 'run', '--allowOnly=false', ...reporters);
		return countVitest(readReport(report), status);
	});
	const built = await step('build', () =>
		withLock(ROOT, async () => {
			if (isBuilt(ROOT)) console.log('Already built from these sources.');
			else await build(ROOT, 'warn');
			return undefined;
		})
	);
	await step('end-to-end tests', async () => {
		if (!built) return { passed: 0, failed: 1, notes: ['Not run, as there is no build to test.'] };
		const report = join(scratch, 'playwright.json');
		env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = report;
		const options = ['--config', 'tests/playwright.config.ts', '--reporter=list,json'];
		const status = await tool('playwright', 'test', ...options);
		return countPlaywright(readReport(report), status);
	});
}

await runMain(async () => {
	try {
		await testEverything();
	} catch (error) {
		failed += 1;
		console.log(messageOf(error));
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
	// Not left to the event loop: nothing may come after this line.
	process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
	return failed === 0 ? 0 : 1;
});
