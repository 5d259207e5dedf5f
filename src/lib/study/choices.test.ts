import { describe, expect, it } from 'vitest';
import type { PackVersion } from '../questions/pack.ts';
import type { Question } from '../questions/schema.ts';
import type { Skill } from '../questions/skills.ts';
import { choicesView } from './choices.ts';

const question = (id: string, skill: Skill): Question => ({
	kind: 'select',
	id,
	ref: `r/${id}`,
	skill,
	facts: [id],
	stem: 'Which sentence?',
	max: 1,
	pick: 1,
	accepted: [[1]],
	sentences: []
});

const view = (...bank: Question[]) => choicesView({ slug: 'rain', bank } as PackVersion);

describe('the choice of quizzes', () => {
	it('offers only skills and kinds that have a question, with their number', () => {
		const { skills, kinds, questions } = view(
			question('a', 'chronology'),
			question('b', 'chronology'),
			question('c', 'evidence')
		);
		expect(questions).toBe(3);
		expect(skills).toEqual([
			{ skill: 'evidence', questions: 1 },
			{ skill: 'chronology', questions: 2 }
		]);
		expect(kinds).toEqual([{ kind: 'select', questions: 3 }]);
	});

	it('names the length that a quiz really has where the bank is small', () => {
		const { quick, full } = view(question('a', 'chronology'), question('c', 'evidence'));
		expect([quick, full]).toEqual([2, 2]);
	});

	it('has nothing to offer for an empty bank', () => {
		expect(view()).toEqual({
			slug: 'rain',
			questions: 0,
			quick: 0,
			full: 0,
			skills: [],
			kinds: []
		});
	});
});
