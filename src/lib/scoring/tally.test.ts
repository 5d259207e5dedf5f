import { describe, expect, it } from 'vitest';
import { firstPack } from '../../../tests/support/pack.ts';
import { rightResponse, wrongResponse } from '../../../tests/support/school.ts';
import { publicQuestion } from '../questions/public.ts';
import { kinds, type Kind, type Question } from '../questions/schema.ts';
import { tallyOf } from './tally.ts';

const { bank } = firstPack();
const of = (kind: Kind): Question => {
	const found = bank.find((question) => question.kind === kind);
	if (!found) throw new Error(`no question of the kind ${kind}`);
	return found;
};

describe('How a class answered', () => {
	it.each(kinds)('counts the key where everyone has it (%s)', (kind) => {
		const question = of(kind);
		const shown = publicQuestion(question, 'room');
		const { answers, groups, table } = tallyOf(question, shown, [
			rightResponse(question),
			rightResponse(question)
		]);
		expect(answers).toBe(2);
		for (const { title, lines } of groups) {
			expect(lines.length).toBeGreaterThan(0);
			for (const { right, count, sentence } of lines)
				// Of several accepted sentences the class tapped one set.
				if (title !== 'sentences') expect([count, sentence]).toEqual([right ? 2 : 0, null]);
				else expect(right).toBe(true);
		}
		for (const { counts, key } of table?.rows ?? []) {
			expect(counts[key]).toBe(2);
			expect(counts.reduce((all, n) => all + n, 0)).toBe(2);
		}
		expect(groups.length > 0).toBe(table === null);
	});

	it('keeps the order that is shown, with what nobody chose, and says what is right', () => {
		const question = of('choice');
		const shown = publicQuestion(question, 'room');
		const wrong = wrongResponse(question);
		const given = wrong?.kind === 'choice' ? wrong : undefined;
		const [group] = tallyOf(
			question,
			shown,
			given ? [given, given, rightResponse(question)] : []
		).groups;
		expect(group?.lines.map(({ id }) => id)).toEqual(
			'options' in shown ? shown.options.map(({ id }) => id) : []
		);
		expect(group?.lines.find(({ id }) => id === given?.option)).toMatchObject({
			count: 2,
			right: false
		});
		expect(group?.lines.filter(({ right }) => right)).toMatchObject([{ count: 1 }]);
	});
});
