/**
 * What a learner may see before answering: a whitelist, written field by field. Nothing here is
 * made by spreading a question and taking things away.
 */
import type { Quote } from '../article/article.ts';
import { shuffle } from './random.ts';
import type { Option, Question } from './schema.ts';
import type { Skill } from './skills.ts';

export interface PublicOption {
	id: string;
	text: string;
	quoted: boolean;
}

interface Common {
	id: string;
	skill: Skill;
	stem: string;
	max: number;
}

export type PublicQuestion = Common &
	(
		| { kind: 'choice' | 'multiple'; passage: Quote | null; options: PublicOption[] }
		| { kind: 'verdict'; statement: string; options: PublicOption[] }
		| { kind: 'match' | 'categorise'; rows: PublicOption[]; columns: PublicOption[] }
		| { kind: 'order'; items: PublicOption[] }
		| { kind: 'select'; pick: number }
		| { kind: 'two-part'; options: PublicOption[]; pick: number }
		| { kind: 'altered'; speaker: string; tokens: { id: string; text: string }[]; altered: number }
		| { kind: 'leave'; passage: Quote; checks: PublicOption[] }
	);

/**
 * The public side of a question, its options in the order that `seed` gives. An ordering question
 * never begins in its key's order.
 *
 * @param place 0-based place of a single choice's key (see `keyPlaces`); any without it
 */
export function publicQuestion(question: Question, seed: string, place?: number): PublicQuestion {
	const mixed = (options: readonly Option[], part = ''): PublicOption[] =>
		shuffle(options, `${seed}/${question.id}${part}`).map(publicOption);
	const placed = (options: readonly Option[], key: string): PublicOption[] => {
		const order = mixed(options);
		if (place === undefined) return order;
		const others = order.filter(({ id }) => id !== key);
		const right = order.filter(({ id }) => id === key);
		return [...others.slice(0, place), ...right, ...others.slice(place)];
	};
	const common: Common = {
		id: question.id,
		skill: question.skill,
		stem: question.stem,
		max: question.max
	};
	switch (question.kind) {
		case 'choice':
			return {
				...common,
				kind: 'choice',
				passage: question.passage ?? null,
				options: placed(question.options, question.key)
			};
		case 'multiple':
			return {
				...common,
				kind: 'multiple',
				passage: question.passage ?? null,
				options: mixed(question.options)
			};
		case 'verdict':
			return {
				...common,
				kind: 'verdict',
				statement: question.statement,
				options: question.options.map(publicOption)
			};
		case 'match':
		case 'categorise':
			return {
				...common,
				kind: question.kind,
				rows: mixed(question.rows),
				columns: mixed(question.columns, '/columns')
			};
		case 'order': {
			const items = mixed(question.items);
			const isKey = items.every((item, i) => item.id === question.key[i]);
			return { ...common, kind: 'order', items: isKey ? items.reverse() : items };
		}
		case 'select':
			return { ...common, kind: 'select', pick: question.pick };
		case 'two-part':
			return {
				...common,
				kind: 'two-part',
				options: placed(question.options, question.key),
				pick: question.pick
			};
		case 'altered':
			return {
				...common,
				kind: 'altered',
				speaker: question.speaker,
				tokens: question.tokens.map(({ id, text }) => ({ id, text })),
				altered: question.tokens.filter(({ original }) => original !== undefined).length
			};
		case 'leave':
			return {
				...common,
				kind: 'leave',
				passage: question.passage,
				checks: mixed(question.checks)
			};
	}
}

const publicOption = ({ id, text, quoted }: Option): PublicOption => ({
	id,
	text,
	quoted: quoted === true
});
