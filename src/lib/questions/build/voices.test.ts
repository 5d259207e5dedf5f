import { expect, test } from 'vitest';
import { bridge } from './testing/bridge.ts';
import { attributionOf, dealer, factsOfSpan, inMarks, rivalStatements } from './voices.ts';

const statement = (id: string) => {
	const found = bridge().facts.statements.find((one) => one.id === id);
	if (!found) throw new Error(`no ${id}`);
	return found;
};

test('a quotation without a cue of its own names the sentence that has it', () => {
	expect(attributionOf(bridge(), statement('accident'))).toBe(
		'No new speaker comes in after sentence 3, which names Ada Brook.'
	);
});

test('a reason does not repeat a cue of many words', () => {
	const long = { ...statement('pays'), cue: { s: 5, words: 'x'.repeat(61) } };

	expect(attributionOf(bridge(), long)).toBe('The sentence ties it to Tom Reed.');
});

test('statements on the same topic come first among the rivals', () => {
	const [first] = rivalStatements(bridge(), statement('customers'));

	expect(['pays', 'rents']).toContain(first?.id);
});

test('wrong voices are dealt evenly: of those equally near the least used comes first', () => {
	const deal = dealer(bridge());
	const alone = { ...statement('not-safe'), topics: [] };
	const counts = new Map<string, number>();
	for (let round = 0; round < 4; round++)
		for (const { text } of deal(alone, [], 1)) counts.set(text, (counts.get(text) ?? 0) + 1);

	expect([...counts.values()]).toEqual([1, 1, 1, 1]);
});

test('quoted words are shown with the marks round the whole run, retold ones as they are', () => {
	expect(inMarks(bridge(), { s: 3, words: 'not safe' }).words).toBe(
		'“The old bridge is not safe,”'
	);
	expect(inMarks(bridge(), { s: 7, words: 'fewer customers' }).words).toBe('fewer customers');
});

test('a span carries the statements that lie in it', () => {
	const context = bridge();
	const span = context.facts['voice-spans'].find(({ id }) => id === 'span-pays');

	expect(span && factsOfSpan(context, span)).toEqual(['span-pays', 'pays']);
});
