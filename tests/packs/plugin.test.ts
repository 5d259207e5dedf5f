/** The Vite plugin: a sound pack is built in, a broken one stops the build, in development it reloads. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build, createServer, type ViteDevServer } from 'vite';
import { packs } from '../../src/cli/packs-plugin.ts';
import type { PackVersion } from '../../src/lib/questions/pack.ts';

const questions = fileURLToPath(new URL('../../questions', import.meta.url));
let root = '';
let server: ViteDevServer | undefined;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'packs-plugin-'));
	cpSync(questions, join(root, 'questions'), { recursive: true });
	writeFileSync(join(root, 'entry.js'), "export { packs } from 'virtual:packs';\n");
});

afterEach(async () => {
	await server?.close();
	server = undefined;
	rmSync(root, { recursive: true, force: true });
});

const common = () => ({
	root,
	configFile: false as const,
	logLevel: 'silent' as const,
	plugins: [packs()]
});
const facts = () => join(root, 'questions/moscow-demands/facts.yaml');
const breakPack = () => {
	writeFileSync(facts(), readFileSync(facts(), 'utf8').replace(/^lang: en$/mu, 'lang: english'));
};
const buildFor = (ssr: boolean) =>
	build({
		...common(),
		build: {
			ssr: ssr ? 'entry.js' : false,
			rollupOptions: { input: join(root, 'entry.js') },
			write: false
		}
	});

describe('virtual:packs', () => {
	it('is built into the server', async () => {
		const built = await buildFor(true);

		expect(JSON.stringify(built)).toContain('moscow-demands');
	});

	it('is refused to the browser, which would get every key', async () => {
		await expect(buildFor(false)).rejects.toThrow('only the server may import it');
	});

	it('stops the build on a fault, which it names by file and line', async () => {
		breakPack();

		await expect(buildFor(true)).rejects.toThrow(
			/questions\/moscow-demands\/facts\.yaml:\d+: .*“lang”/u
		);
	});

	it('reads the packs again in development when a file changes', async () => {
		server = await createServer({
			...common(),
			server: { middlewareMode: true, ws: false },
			appType: 'custom'
		});
		const load = async () =>
			((await server?.ssrLoadModule('/entry.js')) as { packs: PackVersion[] }).packs.find(
				({ slug }) => slug === 'moscow-demands'
			);
		const first = await load();
		expect(first).toBeDefined();

		breakPack();
		await vi.waitFor(() => expect(load()).rejects.toThrow('“lang”'), { timeout: 60_000 });
		cpSync(join(questions, 'moscow-demands/facts.yaml'), facts());
		await vi.waitFor(
			async () => {
				expect((await load())?.version).toBe(first?.version);
			},
			{ timeout: 60_000 }
		);
	});
});
