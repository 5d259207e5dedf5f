import { describe, expect, it } from 'vitest';
import { troubles } from '../../study/trouble.ts';
import { wordless } from './plain.ts';
import { troubleWords } from './words.ts';

describe('words for an error', () => {
	it.each(Object.entries(troubles))('has words of its own for %s', (code, status) => {
		expect(troubleWords(status, code)).not.toEqual(troubleWords(status, undefined));
	});

	it('says for every error what was kept and what to do, also where the server said nothing', () => {
		const said = [[404], [500], [413], [400, 'toString']].map(([status, code]) =>
			troubleWords(Number(status), code === undefined ? undefined : String(code))
		);
		for (const words of [...said, wordless('no-connection'), wordless(undefined)]) {
			expect(words.kept).not.toBe('');
			expect(words.action).not.toBe('');
		}
	});

	it('does not blame the address when the server failed', () => {
		expect(troubleWords(500, undefined).happened).not.toMatch(/address/u);
	});
});
