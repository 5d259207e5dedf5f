// The rules on who may import whom are only worth something if they catch what they are for.

import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({
	cwd: root,
	// The types cost seconds and these rules need none: the planted files do not exist.
	overrideConfig: { languageOptions: { parserOptions: { projectService: false, program: null } } },
	ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted') || ruleId === 'no-console'
});

async function rulesBroken(path: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath: join(root, path) });
	return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('a planted import that is refused', () => {
	it.each([
		['src/lib/article/x.ts', '../facts/schema.ts'],
		['src/lib/facts/check/x.ts', '../../questions/schema.ts'],
		['src/lib/questions/build/x.ts', '../../scoring/score.ts'],
		['src/lib/scoring/x.ts', '../study/quiz.ts'],
		['src/lib/scoring/x.ts', '../server/library.ts'],
		['src/lib/study/x.ts', '../ui/words.ts'],
		['src/lib/facts/x.ts', 'svelte'],
		['src/lib/facts/x.ts', '$app/state'],
		['src/lib/facts/x.ts', '$lib/article/article'],
		['src/lib/facts/x.ts', '$env/dynamic/private'],
		['src/lib/facts/x.ts', 'node:fs'],
		['src/lib/facts/x.ts', 'crypto'],
		['src/lib/facts/x.ts', '../article/article'],
		['src/lib/article/x.test.ts', '../facts/schema.ts'],
		['src/lib/ui/x.ts', '$lib/server/library'],
		['src/lib/ui/question/x.ts', '../../server/library'],
		['src/service-worker.ts', '$lib/server/library']
	])('in %s of %s', async (path, specifier) => {
		expect(await rulesBroken(path, `import '${specifier}';`)).toEqual(['no-restricted-imports']);
	});

	it('in a component of the interface', async () => {
		const code = '<script lang="ts">\n\timport \'$lib/server/library\';\n</script>\n';
		expect(await rulesBroken('src/lib/ui/X.svelte', code)).toEqual(['no-restricted-imports']);
	});
});

describe('an import that is allowed', () => {
	it.each([
		['src/lib/facts/x.ts', '../article/article.ts'],
		['src/lib/questions/build/x.ts', '../../facts/schema.ts'],
		['src/lib/questions/build/x.ts', '../schema.ts'],
		['src/lib/study/x.ts', '../review/spacing.ts'],
		['src/lib/facts/x.ts', 'valibot'],
		['src/lib/facts/x.test.ts', 'node:fs'],
		['src/lib/ui/x.ts', '$lib/scoring/score'],
		['src/routes/x.ts', '$lib/server/library']
	])('in %s of %s', async (path, specifier) => {
		expect(await rulesBroken(path, `import '${specifier}';`)).toEqual([]);
	});
});

describe('in the domain', () => {
	it.each([
		'Date.now();',
		'new Date();',
		'Date();',
		'Math.random();',
		'performance.now();',
		'crypto.randomUUID();',
		"void import('../ui/x.ts');",
		"void import('svelte');",
		'void import(name);'
	])('%s is refused', async (code) => {
		const [rule, ...more] = await rulesBroken('src/lib/scoring/x.ts', code);
		expect(rule).toMatch(/^no-restricted/);
		expect(more).toEqual([]);
	});

	it('a file of the same folder may be loaded later', async () => {
		expect(await rulesBroken('src/lib/study/x.ts', "void import('./marking.ts');")).toEqual([]);
	});

	it('a date that is passed in may be read', async () => {
		expect(await rulesBroken('src/lib/scoring/x.ts', 'new Date(now).getUTCDay();')).toEqual([]);
	});
});

it('a default export is refused outside files whose tool reads it', async () => {
	expect(await rulesBroken('src/lib/ui/x.ts', 'export default 1;')).toEqual([
		'no-restricted-exports'
	]);
	expect(await rulesBroken('vite.config.ts', 'export default 1;')).toEqual([]);
});

it('only the commands and the benchmarks write to the console', async () => {
	expect(await rulesBroken('src/lib/ui/x.ts', 'console.log(1);')).toEqual(['no-console']);
	expect(await rulesBroken('src/cli/x.ts', 'console.log(1);')).toEqual([]);
	expect(await rulesBroken('tests/bench/x.ts', 'console.log(1);')).toEqual([]);
});
