import { expect, test } from 'vitest';
import { heardHow, heardSort } from './heard-how.ts';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';

const about = (id: string) =>
	build(heardHow, bridge()).find((question) => question.facts.includes(id));

test('who is spoken for by another voice is asked with the sentence that shows it', () => {
	const question = about('heard-fishers');

	if (question?.kind !== 'two-part') throw new Error('not in two parts');
	expect(question.accepted).toEqual([[11]]);
	expect(question.options.find(({ id }) => id === question.key)?.text).toBe(
		'By letting someone else speak for them'
	);
});

test('who is absent is a plain choice: no sentence could be tapped', () => {
	const question = about('heard-drivers');

	if (question?.kind !== 'choice') throw new Error('no choice');
	expect(question.options.find(({ id }) => id === question.key)?.cite.kind).toBe('nearest');
});

test('no reason names another voice and how it is heard', () => {
	const others = bridge().facts.heard.map(({ who }) => who);
	for (const question of build(heardHow, bridge())) {
		const own = question.facts[0];
		const names = others.filter((_, i) => bridge().facts.heard[i]?.id !== own);
		const reasons = JSON.stringify('options' in question ? question.options : []);
		for (const name of names) expect(reasons).not.toContain(name);
	}
});

test('only entries that are marked are asked for singly', () => {
	expect(build(heardHow, bridge()).map(({ facts }) => facts[0])).toEqual([
		'heard-owners',
		'heard-fishers',
		'heard-drivers'
	]);
});

test('quoted, retold and spoken for are sorted; silence and absence are not among them', () => {
	const [grid] = build(heardSort, bridge());

	if (grid?.kind !== 'categorise') throw new Error('no grid');
	expect(grid.columns).toHaveLength(3);
	expect(grid.facts).not.toContain('heard-office');
	expect(grid.facts).not.toContain('heard-tenants');
});

test('without somebody who is spoken for nothing is sorted', () => {
	const context = bridgeWith('heard', (one) => (one.how === 'spoken-for' ? undefined : one));

	expect(build(heardSort, context)).toEqual([]);
});
