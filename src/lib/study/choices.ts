/** What quizzes an article has to choose from, with how many questions each has. */
import type { PackVersion } from '../questions/pack.ts';
import { kinds, type Kind } from '../questions/schema.ts';
import { skills, type Skill } from '../questions/skills.ts';
import { drawQuestions } from './draw.ts';

export interface ChoicesView {
	slug: string;
	/** Questions in the bank. */
	questions: number;
	/** Length of a quick and of a full quiz. */
	quick: number;
	full: number;
	/** Skills and kinds that have a question, with the number the bank holds. */
	skills: { skill: Skill; questions: number }[];
	kinds: { kind: Kind; questions: number }[];
}

export function choicesView({ slug, bank }: PackVersion): ChoicesView {
	const drawn = (draw: 'quick' | 'full') => drawQuestions(bank, { draw }, 'length').length;
	return {
		slug,
		questions: bank.length,
		quick: drawn('quick'),
		full: drawn('full'),
		skills: skills
			.map((skill) => ({ skill, questions: bank.filter((one) => one.skill === skill).length }))
			.filter(({ questions }) => questions > 0),
		kinds: kinds
			.map((kind) => ({ kind, questions: bank.filter((one) => one.kind === kind).length }))
			.filter(({ questions }) => questions > 0)
	};
}
