import { describe, expect, it } from 'vitest';
import { troubles } from '../../study/trouble.ts';
import { troubleWords } from './words.ts';

describe('words for an error', () => {
	it.each(Object.entries(troubles))('has words of its own for %s', (code, status) => {
		expect(troubleWords(status, code)).not.toEqual(troubleWords(status, undefined));
	});

	it('says for every error what was kept and what to do', () => {
		for (const [status, code] of [[404], [500], [503, 'no-connection'], [413], [400, 'toString']]) {
			const words = troubleWords(Number(status), code === undefined ? undefined : String(code));
			expect(words.kept).not.toBe('');
			expect(words.action).not.toBe('');
		}
	});

	it('does not blame the address when the server failed', () => {
		expect(troubleWords(500, undefined).happened).not.toMatch(/address/u);
	});
});
