import { describe, expect, it } from 'vitest';
import { certaintyLevels, sourceKinds } from '../facts/schema.ts';
import { levelWords, sourceWords } from './words.ts';

describe('the second sign beside a colour', () => {
	it('is another letter for every kind of source and every level', () => {
		expect(new Set(sourceKinds.map((kind) => sourceWords[kind].letter)).size).toBe(
			sourceKinds.length
		);
		expect(new Set(certaintyLevels.map((level) => levelWords[level].letter)).size).toBe(
			certaintyLevels.length
		);
	});
});
