import { describe, expect, it } from 'vitest';
import { harbour, harbourInput } from './testing/harbour.ts';
import { whereNamedSort } from './where-named-sort.ts';

const grids = (context = harbour()) =>
	whereNamedSort(context).flatMap((draft) => (draft.kind === 'categorise' ? [draft] : []));

describe('sorting demands by where they are named', () => {
	it('never uses a demand twice', () => {
		const used = grids().flatMap(({ facts }) => facts);
		expect(new Set(used).size).toBe(used.length);
	});

	it('covers as many demands as two questions can', () => {
		const covered = grids().flatMap(({ facts }) => facts);
		expect(covered).toHaveLength(harbourInput.demands.length);
	});

	it('puts each demand under the place that names it and leaves no column empty', () => {
		const nameOf = new Map(harbourInput.places.map(({ id, name }) => [id, name]));
		for (const { facts, rows, columns } of grids()) {
			const wanted = facts.map((id) => harbourInput.demands.find((one) => one.id === id)?.where);
			expect(rows.map(({ column }) => column)).toEqual(wanted.map((id) => nameOf.get(id ?? '')));
			for (const { text } of columns) expect(rows.map(({ column }) => column)).toContain(text);
		}
	});

	it('keeps an umbrella apart from its examples', () => {
		const [withUmbrella] = grids().filter(({ facts }) => facts.includes('control'));
		expect(withUmbrella?.facts).toBeDefined();
		expect(withUmbrella?.facts).not.toContain('forms');
		expect(withUmbrella?.facts).not.toContain('inspections');
	});

	it('has no column that names nearly the same as one of its rows', () => {
		for (const { facts, columns } of grids(harbour({ alike: [['rent', 'night']] }))) {
			const names = columns.map(({ text }) => text);
			if (facts.includes('rent')) expect(names).not.toContain('The Leith draft of 2020');
			if (facts.includes('night')) expect(names).not.toContain(harbourInput.places[0]?.name);
		}
	});

	it('gives nothing with fewer than four demands', () => {
		expect(grids(harbour({ demands: harbourInput.demands.slice(0, 3) }))).toEqual([]);
	});
});
