import { describe, expect, it } from 'vitest';
import { factsSchema } from '../schema.ts';
import { labels, references } from './ids.ts';

/** Paths of all fields of the schema that hold an id. */
function idFields(schema: unknown, path: readonly string[] = []): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const at = schema as Record<string, unknown>;
	if (Array.isArray(at['pipe'])) {
		if (
			at['pipe'].some((step) => (step as { message?: unknown }).message === 'an id in kebab-case')
		)
			return [path.join('.')];
		return at['pipe'].slice(0, 1).flatMap((step) => idFields({ ...step, pipe: undefined }, path));
	}
	const inside = [
		...Object.entries(at['entries'] ?? {}).map(([key, value]) => [value, [...path, key]] as const),
		...(at['item'] === undefined ? [] : [[at['item'], [...path, '*']] as const]),
		...(Array.isArray(at['items']) ? at['items'] : []).map(
			(item) => [item, [...path, '*']] as const
		),
		...(Array.isArray(at['options']) ? at['options'] : []).map((option) => [option, path] as const),
		...(at['wrapped'] === undefined ? [] : [[at['wrapped'], path] as const])
	];
	return [...new Set(inside.flatMap(([value, next]) => idFields(value, next)))];
}

describe('ids in the fact schema', () => {
	const fields = idFields(factsSchema).filter((field) => !/(^|\.)id$/u.test(field));

	it('are found by the walk that this test relies on', () => {
		expect(fields).toContain('voices.*.within.*');
		expect(fields).toContain('conflicts.*.sides.*.voice');
	});

	it('are all known to the check, as a reference or as a mere label', () => {
		const known = [...Object.keys(references), ...labels];

		expect(fields.filter((field) => !known.includes(field))).toEqual([]);
		expect(known.filter((field) => !fields.includes(field))).toEqual([]);
	});
});
