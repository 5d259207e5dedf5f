import { expect, test } from 'vitest';
import { sourceKinds } from '../../facts/schema.ts';
import { classOf, sourceClasses } from './source-kinds.ts';

test('groups and unnamed sources are one class, all other kinds differ', () => {
	expect(classOf.group).toBe(classOf.unnamed);
	expect(new Set(sourceKinds.map((kind) => classOf[kind])).size).toBe(sourceKinds.length - 1);
});

test('no two classes read alike', () => {
	for (const list of ['kind', 'learn'] as const) {
		const texts = Object.values(sourceClasses).map((words) => words[list]);
		expect(new Set(texts).size).toBe(texts.length);
	}
});

test('a company, a laboratory or a club can be called by the class of a body that speaks', () => {
	const { kind, learn } = sourceClasses[classOf.organisation];

	for (const text of [kind, learn]) expect(text).toMatch(/organisation/u);
});
