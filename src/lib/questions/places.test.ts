import { describe, expect, it } from 'vitest';
import { keyPlaces } from './places.ts';
import { publicQuestion } from './public.ts';
import type { ChoiceQuestion, Citation } from './schema.ts';

const cite: Citation = { kind: 'whole', quotes: [] };

function choice(id: string, options = 4): ChoiceQuestion {
	return {
		id,
		ref: `test/${id}`,
		kind: 'choice',
		skill: 'attribution',
		facts: [id],
		stem: 'Who says so?',
		max: 1,
		key: 'b',
		options: 'abcde'
			.slice(0, options)
			.split('')
			.map((letter) => ({ id: letter, text: `${id} ${letter}`, why: 'A reason.', cite }))
	};
}

const quiz = (length: number, options?: number) =>
	Array.from({ length }, (_, i) => choice(`q${String(i)}`, options));

describe('places of the keys in a quiz', () => {
	it('never puts more than three keys in a row in one place, over many quizzes', () => {
		for (let seed = 0; seed < 500; seed++) {
			const places = [...keyPlaces(quiz(12), String(seed)).values()];
			for (let i = 3; i < places.length; i++)
				expect(new Set(places.slice(i - 3, i + 1)).size).toBeGreaterThan(1);
		}
	});

	it('uses every place in a quiz of twelve, over many quizzes', () => {
		for (let seed = 0; seed < 500; seed++)
			expect(new Set(keyPlaces(quiz(12), String(seed)).values()).size).toBe(4);
	});

	it('gives each place a quarter of the keys, whichever question of the quiz it is', () => {
		const rounds = 4000;
		for (const id of ['q0', 'q3', 'q4', 'q7']) {
			const counts = [0, 0, 0, 0];
			for (let seed = 0; seed < rounds; seed++) {
				const place = keyPlaces(quiz(8), String(seed)).get(id) ?? -1;
				counts[place] = (counts[place] ?? 0) + 1;
			}
			for (const count of counts) {
				expect(count).toBeGreaterThan(rounds * 0.21);
				expect(count).toBeLessThan(rounds * 0.29);
			}
		}
	});

	it('is kept by what the learner is shown, with every option still there once', () => {
		for (const place of [0, 1, 2]) {
			const shown = publicQuestion(choice('q', 3), 'seed', place);
			if (shown.kind !== 'choice') throw new Error('a choice stays a choice');
			expect(shown.options[place]?.id).toBe('b');
			expect(shown.options.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
		}
	});
});
