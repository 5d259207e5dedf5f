import { expect, test } from 'vitest';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';
import { whichRole } from './which-role.ts';

test('each person with two posts is asked for one of them, against those of the other', () => {
	const questions = build(whichRole, bridge());
	const brook = questions.find(({ stem }) => stem.includes('Ada Brook'));

	if (brook?.kind !== 'choice') throw new Error('no choice');
	expect(brook.options.map(({ text }) => text).sort()).toEqual([
		'A civil engineer',
		'A former tram driver',
		'The head of the market guild'
	]);
	expect(brook.options.find(({ id }) => id === brook.key)?.text).toBe('A civil engineer');
});

test('a person with one post, which stands like a title, is not asked about', () => {
	const texts = JSON.stringify(build(whichRole, bridge()));

	expect(texts).not.toContain('Tom Reed');
});

test('all posts are matched with their persons', () => {
	const match = build(whichRole, bridge()).find(({ kind }) => kind === 'match');

	expect(match?.facts).toEqual(['brook-engineer', 'brook-port', 'cole-guild', 'cole-tram']);
});

test('the matching question calls them descriptions: a retired nurse holds no post', () => {
	const match = build(whichRole, bridge()).find(({ kind }) => kind === 'match');

	expect(match?.stem).toContain('Match each description with a person.');
	expect(JSON.stringify(match)).not.toMatch(/\bposts?\b/);
});

test('one such person alone gives no question', () => {
	const context = bridgeWith('voices', (one) => (one.id === 'cole' ? { ...one, roles: [] } : one));

	expect(build(whichRole, context)).toEqual([]);
});
