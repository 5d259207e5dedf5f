/** Whatever is done to a pack's files, the answer is a whole pack or a list of faults with lines. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPack, type PackFault, type PackFiles } from '../../src/lib/questions/pack.ts';

const folder = new URL('../../questions/moscow-demands/', import.meta.url);
const real: PackFiles = {
	article: readFileSync(new URL('article.txt', folder), 'utf8'),
	facts: readFileSync(new URL('facts.yaml', folder), 'utf8')
};
/** Far above what a pack takes, far below what a hung server would. */
const LIMIT = 10_000;

/** Builds, and holds the promise that everything else in this file is about. */
function prove(files: Partial<PackFiles>): PackFault[] {
	const started = performance.now();
	const built = buildPack({
		slug: 'fuzz',
		files: { ...real, ...files },
		digest: () => '0123456789',
		findings: 'report'
	});
	expect(performance.now() - started).toBeLessThan(LIMIT);
	const faults = 'faults' in built ? built.faults : built.findings;
	if ('faults' in built) expect(faults.length).toBeGreaterThan(0);
	else expect(built.pack.bank.length).toBeGreaterThan(0);
	for (const { file, line, message } of faults) {
		expect(['article.txt', 'facts.yaml', 'questions.yaml']).toContain(file);
		expect(Number.isInteger(line) && line > 0).toBe(true);
		expect(message).not.toMatch(/\n|undefined|\[object|at .*\.ts:\d/u);
	}
	return 'faults' in built ? faults : [];
}

const lines = real.facts.split('\n');

describe('the real pack, broken by hand', () => {
	it('is sound before anything is done to it', () => {
		expect(prove({})).toEqual([]);
	});

	it.each<[what: string, files: Partial<PackFiles>, file: string]>([
		['an empty article', { article: '' }, 'article.txt'],
		['empty facts', { facts: '' }, 'facts.yaml'],
		['facts that are words', { facts: 'hello' }, 'facts.yaml'],
		['facts that are a list', { facts: '- a\n- b\n' }, 'facts.yaml'],
		['facts that are binary', { facts: '\0\u0001\u0002' }, 'facts.yaml'],
		['a NUL in the article', { article: real.article.replace(' ', '\0') }, 'article.txt'],
		['another article', { article: 'One sentence.' }, 'facts.yaml'],
		[
			'no spans',
			{ facts: real.facts.replace(/^blocks:[\s\S]*?(?=^# ---- voices)/mu, '') },
			'facts.yaml'
		],
		['two megabytes of text', { facts: `${real.facts}\n# ${'x'.repeat(2_000_000)}` }, 'facts.yaml'],
		[
			'a hundred thousand voices',
			{ facts: `voices:\n${'  - {}\n'.repeat(100_000)}` },
			'facts.yaml'
		],
		['a key twice', { facts: `${real.facts}\nlang: en\n` }, 'facts.yaml'],
		['an id twice', { facts: real.facts.replace('{ id: moscow,', '{ id: sources,') }, 'facts.yaml'],
		['an alias', { facts: `${real.facts}\nalike: *all\n` }, 'facts.yaml'],
		['deep brackets', { facts: `${real.facts}\nalike: ${'['.repeat(100_000)}` }, 'facts.yaml'],
		['questions that are no list', { questions: 'kind: choice' }, 'questions.yaml'],
		['a question about nothing', { questions: '- {}' }, 'questions.yaml']
	])('names the file when there is %s', (_what, files, file) => {
		expect(prove(files).map((fault) => fault.file)).toContain(file);
	});

	it('names the line that was changed', () => {
		const at = lines.findIndex((line) => line.includes('kind: named-person'));
		const broken = lines.with(at, (lines[at] ?? '').replace('named-person', 'hero'));

		expect(prove({ facts: broken.join('\n') })).toMatchObject([
			{ file: 'facts.yaml', line: at + 1 }
		]);
	});
});

describe('the real pack, broken at random', () => {
	const place = fc.nat({ max: lines.length - 1 });
	const cut = (from: number, count: number) => lines.toSpliced(from, count);

	it('is a pack or a list of faults when it is cut off anywhere', () => {
		fc.assert(
			fc.property(fc.nat({ max: real.facts.length }), (end) => {
				prove({ facts: real.facts.slice(0, end) });
			}),
			{ numRuns: 30 }
		);
	});

	it('… when lines are lost, doubled, swapped or moved', () => {
		const change = fc.tuple(fc.constantFrom('cut', 'double', 'swap', 'indent'), place, place);
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
				let facts = [...lines];
				for (const [how, one, other] of changes) {
					const [a, b] = [facts[one] ?? '', facts[other] ?? ''];
					if (how === 'cut') facts = cut(one, 1 + (other % 4));
					else if (how === 'double') facts.splice(one, 0, b);
					else if (how === 'swap')
						facts = facts.with(one % facts.length, b).with(other % facts.length, a);
					else facts = facts.with(one % facts.length, ` ${a}`);
				}
				prove({ facts: facts.join('\n') });
			}),
			{ numRuns: 30 }
		);
	});

	it('… when values turn into other values', () => {
		const value = fc.constantFrom(
			...['null', '[]', '{}', '-1', '1e999', '.nan', 'true', "''", '"\\u0000"', '~', '2026-01-01'],
			...['[[1]]', '{ s: 1 }', '{ s: 0, words: x }', '99999', '"__proto__"', 'constructor', '…']
		);
		fc.assert(
			fc.property(place, value, (at, other) => {
				const line = lines[at] ?? '';
				const facts = lines.with(at, line.replace(/(?<=: ).*$/u, other));
				prove({ facts: facts.join('\n') });
			}),
			{ numRuns: 30 }
		);
	});

	it('… when signs of its files change', () => {
		const sign = fc.constantFrom(
			...['’', "'", '"', '“', '[', ']', '{', '}', ',', ':', '-', '#', '&', '*', '!', '|', '>', '%'],
			...['@', '`', '\t', '\0', '\r', '\n', ' ', 'x', '9', 'é', '\ud800']
		);
		fc.assert(
			fc.property(fc.nat({ max: real.facts.length }), sign, fc.boolean(), (at, other, inText) => {
				const change = (text: string) => {
					const i = at % text.length;
					return text.slice(0, i) + other + text.slice(i + 1);
				};
				prove(inText ? { article: change(real.article) } : { facts: change(real.facts) });
			}),
			{ numRuns: 40 }
		);
	});
});
