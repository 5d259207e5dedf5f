// The bare limit of a saved answer: a Kit endpoint behind adapter-node, as the app's own is, that parses a
// sending, inserts the row of its answer with the same promises (WAL, synchronous=FULL, the same table
// and indexes) and says so. No checks, no marking, nobody to be.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const ours = (path: string) => JSON.stringify(join(root, path));

const files: Record<string, string> = {
	'package.json': '{ "type": "module" }',
	'svelte.config.js': `
		import adapter from '@sveltejs/adapter-node';
		export default { kit: { adapter: adapter({ out: 'build' }), csrf: { trustedOrigins: ['*'] } } };`,
	'vite.config.js': `
		import { sveltekit } from '@sveltejs/kit/vite';
		export default { plugins: [sveltekit()], logLevel: 'error' };`,
	'src/app.html': '<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
	'src/routes/take/[attempt]/answers/+server.js': `
		import * as v from 'valibot';
		import { Sending } from ${ours('src/lib/taking/schemas.ts')};
		import { openSqlite } from ${ours('src/lib/server/store/sqlite.ts')};
		const open = async () => (await openSqlite(process.env.BARE_FILE)).prepare(
			'insert into response (op_id, attempt_id, position, revision, answer, told, answered_at, received_at) values (?, ?, ?, ?, ?, ?, ?, ?)'
		);
		let opening;
		export async function POST({ request, params }) {
			const insert = await (opening ??= open());
			const sending = v.parse(Sending, await request.json());
			const now = Date.now();
			for (const { op, position, revision, fields, certainty } of sending.answers) {
				const answer = { v: 1, response: { kind: 'choice', option: fields[0]?.[1] }, certainty };
				insert.run(op, params.attempt, position, revision, JSON.stringify(answer), 0, now, now);
			}
			return Response.json({ stored: sending.answers.map(({ op }) => op) });
		}`,
	'serve.js': `
		import { createServer } from 'node:http';
		import { handler } from './build/handler.js';
		const server = createServer(handler).listen(0, '127.0.0.1', () => {
			console.log('http://127.0.0.1:' + server.address().port);
		});
		process.on('SIGTERM', () => process.exit());`
};

/**
 * Builds it in a folder and starts it as a process of its own.
 * @param file the database, with the app's tables
 */
export async function startBare(
	folder: string,
	file: string
): Promise<{ address: string; process: ChildProcess }> {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const built = spawnSync(process.execPath, [vite, 'build'], { cwd: folder, encoding: 'utf8' });
	if (built.status !== 0) throw new Error(`The bare endpoint could not be built: ${built.stderr}`);
	const child = spawn(process.execPath, [join(folder, 'serve.js')], {
		env: { ...process.env, BARE_FILE: file },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [printed] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
	return { address: printed.trim(), process: child };
}
