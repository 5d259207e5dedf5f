/** For tests only: sound little questions about the mini pack, to be broken one at a time. */
import { buildArticle } from '../../article/article.ts';
import { miniFacts, miniText, miniYaml } from '../../facts/testing.ts';
import type {
	AlteredQuestion,
	ChoiceQuestion,
	Citation,
	GridQuestion,
	LeaveQuestion,
	MultipleQuestion,
	Option,
	OrderQuestion,
	Question,
	Row,
	SelectQuestion,
	TwoPartQuestion,
	VerdictQuestion
} from '../schema.ts';
import { contextOf } from './lint.ts';
import type { LintContext } from './rule.ts';
import { withTells } from './tells.ts';

/** The mini pack as rules see it; `yaml` where a rule needs other facts, `bank` where it needs others. */
export function lintContext(bank: readonly Question[] = [], yaml = miniYaml): LintContext {
	const { facts } = miniFacts(yaml);
	return contextOf(bank, facts, buildArticle(miniText, facts.blocks));
}

/** Which questions of a bank tell which, by id. */
export const tellsFor = (bank: readonly Question[]): Record<string, string[]> =>
	Object.fromEntries(
		withTells(bank, lintContext(bank)).flatMap(({ id, tells }) => (tells ? [[id, tells]] : []))
	);

export const cite = (sentence: number, words: string): Citation => ({
	kind: 'settles',
	quotes: [{ sentence, words }]
});

const toClose = { why: 'The sentence says so.', cite: cite(1, 'will close') };

export const option = (id: string, text: string, more: Partial<Option> = {}): Option => ({
	id,
	text,
	...toClose,
	...more
});

const common = { id: 'abc123', facts: ['close'], max: 1 as const };

export const choice = (more: Partial<ChoiceQuestion> = {}): ChoiceQuestion => ({
	...common,
	ref: 'mini/close',
	skill: 'conflict',
	kind: 'choice',
	stem: 'Which of these does the text say of the hall?',
	options: [
		option('a', 'Its doors are to be shut'),
		option('b', 'Its roof is to be mended'),
		option('c', 'Its rooms are to be let')
	],
	key: 'a',
	...more
});

export const multiple = (more: Partial<MultipleQuestion> = {}): MultipleQuestion => ({
	...choice(),
	kind: 'multiple',
	keys: ['a', 'b'],
	...more
});

export const verdict = (more: Partial<VerdictQuestion> = {}): VerdictQuestion => ({
	...common,
	ref: 'mini/verdict',
	skill: 'not-stated',
	kind: 'verdict',
	stem: 'What does the article do with this statement?',
	statement: 'Officials say that the hall is to be shut.',
	options: [
		option('stated', 'stated'),
		option('contradicted', 'contradicted'),
		option('not-stated', 'not-stated')
	],
	key: 'stated',
	...more
});

export const row = (id: string, text: string, key: string): Row => ({ ...option(id, text), key });

export const grid = (more: Partial<GridQuestion> = {}): GridQuestion => ({
	...common,
	ref: 'mini/grid',
	skill: 'attribution',
	kind: 'match',
	stem: 'Who says which?',
	rows: [row('a', 'The hall is to be shut', 'a'), row('b', 'Nobody came to them', 'b')],
	columns: [option('a', 'Officials'), option('b', 'Ada Moss')],
	...more
});

export const order = (more: Partial<OrderQuestion> = {}): OrderQuestion => ({
	...common,
	ref: 'mini/order',
	skill: 'chronology',
	kind: 'order',
	stem: 'Put these in the order of the text.',
	items: [option('a', 'The rise'), option('b', 'The closing')],
	key: ['b', 'a'],
	...more
});

const sentences = [1, 2, 3, 4].map((sentence) => ({ sentence, ...toClose }));

export const select = (more: Partial<SelectQuestion> = {}): SelectQuestion => ({
	...common,
	ref: 'mini/select',
	skill: 'evidence',
	kind: 'select',
	stem: 'Tap the sentence that shows that nobody came to them.',
	pick: 1,
	accepted: [[3]],
	sentences,
	...more
});

export const twoPart = (more: Partial<TwoPartQuestion> = {}): TwoPartQuestion => ({
	...choice(),
	kind: 'two-part',
	max: 2,
	pick: 1,
	accepted: [[1]],
	sentences,
	...more
});

export const altered = (more: Partial<AlteredQuestion> = {}): AlteredQuestion => ({
	...common,
	ref: 'mini/altered',
	skill: 'altered-quote',
	kind: 'altered',
	stem: 'One word in this quotation differs from the article’s. Tap it.',
	speaker: 'Ada Moss',
	original: { sentence: 3, words: 'never asked' },
	tokens: [
		{
			id: 'w1',
			text: 'often',
			original: 'never',
			why: 'It turns it round.',
			cite: cite(3, 'never')
		},
		{ id: 'w2', text: 'asked', why: 'The article has this word.', cite: cite(3, 'asked') }
	],
	...more
});

export const leave = (more: Partial<LeaveQuestion> = {}): LeaveQuestion => ({
	...common,
	max: 0,
	ref: 'mini/leave',
	skill: 'leave-the-page',
	kind: 'leave',
	stem: 'Where could one look this up?',
	passage: { sentence: 2, words: 'remains unclear' },
	checks: [
		option('a', 'The council’s minutes'),
		option('b', 'Another newspaper'),
		option('c', 'The date of the text')
	],
	...more
});

export const everyKind = (): Question[] => [
	choice(),
	multiple(),
	verdict(),
	grid(),
	grid({ kind: 'categorise' }),
	order(),
	select(),
	twoPart(),
	altered(),
	leave()
];
