import { expect, it } from 'vitest';
import { newId } from './ids.ts';

it('an id is 26 unambiguous characters, and no two are alike', () => {
	const ids = Array.from({ length: 1000 }, newId);
	for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
	expect(new Set(ids).size).toBe(ids.length);
});
