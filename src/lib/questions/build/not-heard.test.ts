import { expect, test } from 'vitest';
import { aboutSilence, notHeard, quotedAtLength } from './not-heard.ts';
import { build } from './testing.ts';
import { bridge, bridgeWith } from './testing/bridge.ts';

test('the absent are right, the retold are wrong', () => {
	const [question] = build(notHeard, bridge());

	if (question?.kind !== 'multiple') throw new Error('no multiple response');
	const right = question.options.filter(({ id }) => question.keys.includes(id));
	expect(right.map(({ text }) => text).sort()).toEqual(['Lorry drivers', 'Tenants']);
});

test('an absent voice that the article waits for by name is left out', () => {
	const context = bridgeWith('heard', (one) =>
		one.id === 'heard-tenants' ? { ...one, voice: 'reed' } : one
	);

	expect(build(notHeard, context)).toEqual([]);
});

test('who is quoted in whole clauses is right; a group with a quoted member is no option', () => {
	const [question] = build(quotedAtLength, bridge());

	if (question?.kind !== 'multiple') throw new Error('no multiple response');
	const right = question.options.filter(({ id }) => question.keys.includes(id));
	const texts = question.options.map(({ text }) => text);
	expect(right.map(({ text }) => text).sort()).toEqual(['Ada Brook', 'Ben Cole']);
	expect(texts).toContain('Tom Reed');
	expect(texts).not.toContain('Some engineers');
});

test('a silence is asked for against its misreadings', () => {
	const [choice, ...others] = build(aboutSilence, bridge());

	expect(others).toEqual([]);
	if (choice?.kind !== 'choice') throw new Error('no choice');
	expect(choice.options.find(({ id }) => id === choice.key)?.text).toBe('It has not commented.');
});

test('what asks about a voice is a sibling of all that rests on the same facts', () => {
	const context = bridgeWith('heard', (one) =>
		one.id === 'heard-office' ? { ...one, about: ['opens'] } : one
	);

	expect(build(aboutSilence, context)[0]?.facts).toEqual(['heard-office', 'office', 'opens']);
});
