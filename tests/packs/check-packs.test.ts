/** The command `npm run check:packs` as an author meets it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'packs-'));
	cpSync(join(root, 'questions/moscow-demands'), join(folder, 'moscow-demands'), {
		recursive: true
	});
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(root, 'src/cli/node.js'), join(root, 'src/cli/check-packs.ts'), ...args],
		{ cwd: root, encoding: 'utf8' }
	);
	return { status, stdout, stderr };
}

const facts = () => join(folder, 'moscow-demands/facts.yaml');
const change = (from: string, to: string) => {
	const yaml = readFileSync(facts(), 'utf8');
	expect(yaml).toContain(from);
	writeFileSync(facts(), yaml.replace(from, to));
	return yaml.slice(0, yaml.indexOf(from)).split('\n').length;
};

describe('check:packs', () => {
	it('prints the tables of a sound pack and answers 0', () => {
		const { status, stdout, stderr } = run();

		expect(stderr).toBe('');
		expect(status).toBe(0);
		for (const part of [
			'moscow-demands',
			'facts: ',
			'attribution',
			'two-part',
			'guess test',
			'verdict keys'
		])
			expect(stdout).toContain(part);
	});

	it('names file and line of a fault, answers 1, and shows no stack', () => {
		const line = change('kind: named-person', 'kind: hero');
		const { status, stdout, stderr } = run(folder);

		expect(status).toBe(1);
		expect(stderr).toContain(`${folder}/moscow-demands/facts.yaml:${line}: `);
		expect(stderr + stdout).not.toMatch(/\n\s+at /u);
	});

	it('names every pack that is broken, and what is missing', () => {
		mkdirSync(join(folder, 'empty'));
		mkdirSync(join(folder, 'Not An Address'));
		writeFileSync(join(folder, 'moscow-demands/article.txt'), Buffer.from([0xff, 0xfe, 0x41]));

		const { status, stderr } = run(folder);

		expect(status).toBe(1);
		expect(stderr).toContain('empty/article.txt:1: the file is missing');
		expect(stderr).toContain('empty/facts.yaml:1: the file is missing');
		expect(stderr).toContain('kebab-case');
		expect(stderr).toContain('moscow-demands/article.txt:1: the file is not UTF-8');
	});

	it('refuses a folder without packs', () => {
		expect(run(join(folder, 'nowhere'))).toMatchObject({ status: 1, stdout: '' });
	});

	it('prints every question in full', () => {
		const { status, stdout } = run('--print', 'moscow-demands');

		expect(status).toBe(0);
		expect(stdout).toContain('==== attribution ====');
		expect(stdout).toContain('settles [');
	});

	it('proposes the spans that the first pack has locked', () => {
		const { status, stdout } = run('--lock', join(folder, 'moscow-demands/article.txt'));
		const spans = (text: string) => text.match(/\[\d+, \d+\]/gu);
		const yaml = readFileSync(facts(), 'utf8');
		const locked = yaml.slice(yaml.indexOf('blocks:'), yaml.indexOf('voices:'));

		expect(status).toBe(0);
		expect(spans(stdout)).toEqual(spans(locked));
	});

	it.each([['--nonsense'], ['--print', 'nowhere'], ['--lock', 'nowhere.txt']])(
		'says in one line what is wrong with %s',
		(...args) => {
			const { status, stderr } = run(...args);

			expect(status).toBe(1);
			expect(stderr).not.toMatch(/\n\s+at /u);
			expect(stderr.trim()).not.toBe('');
		}
	);
});
