import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml.ts';

const faultsOf = (text: string) => {
	const read = readYaml(text);
	return 'faults' in read ? read.faults : [];
};
const linesOf = (text: string) => faultsOf(text).map(({ line }) => line);

describe('reading YAML that nobody vouches for', () => {
	it('gives the value and the line of any part of it', () => {
		const read = readYaml('a: 1\nb:\n  - c: x\n  - c: y\n');

		if ('faults' in read) throw new Error('refused');
		expect(read.value).toEqual({ a: 1, b: [{ c: 'x' }, { c: 'y' }] });
		expect(read.locate(['b', 1, 'c']).line).toBe(4);
		expect(read.locate(['b', 1, 'missing', 'deeper']).line).toBe(4);
	});

	it('reads keys as words, so that a list of sentence numbers is a map', () => {
		const read = readYaml('1: one\n2: two\n');

		expect('value' in read && read.value).toEqual({ '1': 'one', '2': 'two' });
	});

	it.each([
		['an alias', 'a: 1\nb: *x\n', 2, 'alias'],
		['an anchor', 'a: 1\nb: &x 2\n', 2, 'anchor'],
		['a tag', 'a: 1\n\nb: !!binary aGk=\n', 3, 'tag'],
		['a directive', '%YAML 1.1\n---\na: 1\n', 1, 'directive'],
		['a second document', 'a: 1\n---\nb: 1\n', 2, 'second document'],
		['a key that stands there twice', 'a:\n  b: 1\n  c: 2\n  b: 3\n', 4, 'first in line 2'],
		['a NUL', 'a: 1\nb: \0\n', 2, 'U+0000'],
		['a byte order mark', '\ufeffa: 1\n', 1, 'U+FEFF'],
		['a tab that indents', 'a:\n\tb: 1\n', 2, 'spaces'],
		['a quote that is never closed', 'a: 1\nb: "x\nc: 1\n', 2, 'never closed'],
		['a bracket that was never opened', 'a: 1\nb: ]\n', 2, 'never opened'],
		['nothing', '', 1, 'empty'],
		['comments alone', '# later\n', 1, 'empty']
	])('refuses %s, with its line', (_name, text, line, message) => {
		const [fault, ...others] = faultsOf(text);

		expect(others).toEqual([]);
		expect(fault?.line).toBe(line);
		expect(fault?.message).toContain(message);
	});

	it('keeps quoted text that only looks like an alias, a tag or a bracket', () => {
		const read = readYaml('a: "*x"\nb: "&y !!z ]"\nc: |\n  ]\n  *not\n');

		expect('value' in read && read.value).toEqual({ a: '*x', b: '&y !!z ]', c: ']\n*not\n' });
	});

	it('refuses a few lines that would mean gigabytes before they mean anything', () => {
		const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
		for (let i = 1; i < 12; i++)
			bomb.push(
				`k${i}: &b${i} [${Array(9)
					.fill(i === 1 ? '*a' : `*b${i - 1}`)
					.join(', ')}]`
			);

		expect(linesOf(bomb.join('\n'))).toEqual([1]);
	});

	it.each([
		['brackets', '['.repeat(400_000)],
		['braces', '{a: '.repeat(200_000)],
		['list marks', '- '.repeat(400_000)],
		['question marks', '? '.repeat(400_000)],
		['indentation', Array.from({ length: 1300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')]
	])('refuses %s nested without end', (_name, text) => {
		expect(faultsOf(text)[0]?.message).toContain('nested too deep');
	});

	it.each([
		['too many characters', 'x'.repeat(1_000_001), 'characters'],
		['too many values', '- 1\n'.repeat(200_000), 'more values']
	])('refuses %s', (_name, text, message) => {
		expect(faultsOf(text)[0]?.message).toContain(message);
	});

	it('never sets a prototype', () => {
		const read = readYaml('__proto__: { polluted: true }\n');

		expect('polluted' in {}).toBe(false);
		expect('value' in read && Object.getPrototypeOf(read.value)).toBe(Object.prototype);
	});

	it('answers any text with a value or faults that have a line, and never throws', () => {
		const sign = fc.constantFrom(
			...[
				'a',
				'b: ',
				'- ',
				'\n',
				'  ',
				'[',
				']',
				'{',
				'}',
				',',
				'"',
				"'",
				'&a ',
				'*a ',
				'!t ',
				'? '
			],
			...['|\n', '>\n', '# ', '---\n', '...\n', '%x', '\t', '\0', '\r', '<<: ', '’', '\ud800']
		);
		fc.assert(
			fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
				const read = readYaml(signs.join(''));
				if ('faults' in read) {
					expect(read.faults.length).toBeGreaterThan(0);
					for (const { line, message } of read.faults) {
						expect(line).toBeGreaterThan(0);
						expect(message).not.toMatch(/\n/u);
					}
				} else expect(read.locate(['a', 0, 'b']).line).toBeGreaterThan(0);
			}),
			{ numRuns: 500 }
		);
	});
});
