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

test('who is on the side of somebody quoted, and a text, are no options of who speaks', () => {
	const textsWith = (change: object) => {
		const context = bridgeWith('voices', (one) =>
			one.id === 'reed' ? { ...one, ...change } : one.id === 'brook' ? { ...one, side: 'x' } : one
		);
		const [question] = build(quotedAtLength, context);
		return question?.kind === 'multiple' ? question.options.map(({ text }) => text) : [];
	};

	expect(textsWith({})).toContain('Tom Reed');
	for (const change of [{ side: 'x' }, { kind: 'document', roles: [] }]) {
		const texts = textsWith(change);
		expect(texts).toContain('Ada Brook');
		expect(texts).not.toContain('Tom Reed');
	}
});

test('three who are quoted leave room for two who are not', () => {
	const context = bridgeWith('statements', (one) =>
		one.voice === 'reed' ? { ...one, form: 'direct' } : one
	);
	const [question] = build(quotedAtLength, context);

	if (question?.kind !== 'multiple') throw new Error('no multiple response');
	expect(question.keys).toHaveLength(3);
	expect(question.options).toHaveLength(5);
});

test('who is quoted in whole clauses is right, also where other words of theirs are retold', () => {
	const context = bridge();
	const retold = context.facts.statements.find(({ id }) => id === 'bold');
	if (!retold) throw new Error('no partly quoted words');
	context.facts.statements.unshift({ ...retold, id: 'bolder', voice: 'brook' });
	const [question] = build(quotedAtLength, context);

	if (question?.kind !== 'multiple') throw new Error('no multiple response');
	const right = question.options.filter(({ id }) => question.keys.includes(id));
	expect(right.map(({ text }) => text).sort()).toEqual(['Ada Brook', 'Ben Cole']);
});

test('a document does not speak, and three who are quoted leave room for two who are not', () => {
	const context = bridgeWith('voices', (one) =>
		one.id === 'brook' ? { ...one, kind: 'document' } : one
	);
	expect(build(quotedAtLength, context)).toEqual([]);

	const more = bridgeWith('statements', (one) =>
		one.id === 'opens' ? { ...one, form: 'direct' } : one
	);
	const [question] = build(quotedAtLength, more);
	if (question?.kind !== 'multiple') throw new Error('no multiple response');
	expect(question.options).toHaveLength(5);
	expect(question.keys).toHaveLength(3);
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
