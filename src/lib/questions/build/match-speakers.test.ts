import { expect, test } from 'vitest';
import { matchSpeakers } from './match-speakers.ts';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';

const grids = (context = bridge()) =>
	build(matchSpeakers, context).flatMap((question) => (question.kind === 'match' ? question : []));

test('persons with names and people without are matched apart', () => {
	const columns = grids().map((question) => question.columns.map(({ text }) => text).sort());

	expect(columns).toEqual([
		['Ada Brook', 'Ben Cole', 'Tom Reed'],
		['People close to the project', 'Shop owners', 'Some engineers']
	]);
});

test('every row belongs to the voice of its statement, and every column has a row', () => {
	const context = bridge();
	const { voices, statements } = context.facts;
	for (const question of grids(context)) {
		for (const row of question.rows) {
			const column = question.columns.find(({ id }) => id === row.key)?.text.toLowerCase();
			const statement = statements.find(({ says }) =>
				says.toLowerCase().endsWith(row.text.toLowerCase())
			);
			const voice = voices.find(({ id }) => id === statement?.voice);
			expect(column).toBe(voice?.name.toLowerCase());
		}
		expect(new Set(question.rows.map(({ key }) => key)).size).toBe(question.columns.length);
	}
});

test('a statement that fits two of the columns is no row', () => {
	const context = bridgeWith('statements', (one) =>
		one.id === 'not-safe' ? { ...one, shared: ['cole'] } : one
	);
	const [named] = grids(context);

	expect(named?.facts).toContain('accident');
	expect(named?.facts).not.toContain('not-safe');
});

test('a group and its member are never two columns', () => {
	const context = bridgeWith('voices', (one) =>
		one.id === 'cole' ? { ...one, within: ['brook'] } : one
	);

	expect(grids(context).map(({ ref }) => ref)).toEqual(['match-speakers/opens/unnamed']);
});
