/**
 * For tests only: small questions of every kind, arbitrary ones for fast-check, and answers to
 * them. The texts mean nothing; ids, keys and sizes are as `build/assemble.ts` makes them.
 */
import fc from 'fast-check';
import { formFromResponse, type Response } from './response.ts';
import {
	kinds,
	verdicts,
	type AlteredQuestion,
	type ChoiceQuestion,
	type GridQuestion,
	type Kind,
	type LeaveQuestion,
	type MultipleQuestion,
	type Option,
	type OrderQuestion,
	type Question,
	type Reason,
	type SelectQuestion,
	type TwoPartQuestion,
	type Verdict,
	type VerdictQuestion
} from './schema.ts';
import { skills, type Skill } from './skills.ts';

/** Sentences of the article that all these questions are about. */
const sentences = 25;

export interface Base {
	id?: string;
	skill?: Skill;
}

const common = ({ id = 'q00000', skill = 'attribution' }: Base) => ({
	id,
	ref: `template/${id}`,
	skill,
	facts: ['fact'],
	stem: 'What does the article say?'
});

const cites = (sentence: number): Reason => ({
	why: `Sentence ${sentence} says so.`,
	cite: { kind: 'settles', quotes: [{ sentence, words: 'words' }] }
});

/** Options a, b, c …; a cites sentence 1, b sentence 2 and so on. */
const options = (count: number): Option[] =>
	Array.from({ length: count }, (_, i) => {
		const id = String.fromCharCode(97 + i);
		return { id, text: `Option ${id}`, ...cites(i + 1) };
	});

const sentenceReasons = Array.from({ length: sentences }, (_, i) => ({
	sentence: i + 1,
	...cites(i + 1)
}));

const passage = { sentence: 1, words: 'words' };

export const choice = (count: number, key: string, base: Base = {}): ChoiceQuestion => ({
	...common(base),
	kind: 'choice',
	max: 1,
	options: options(count),
	key
});

export const multiple = (count: number, keys: string[], base: Base = {}): MultipleQuestion => ({
	...common(base),
	kind: 'multiple',
	max: 1,
	options: options(count),
	keys
});

export const verdict = (key: Verdict, base: Base = {}): VerdictQuestion => ({
	...common(base),
	kind: 'verdict',
	max: 1,
	statement: 'The article says a thing.',
	options: options(3).map((option, i) => ({ ...option, id: verdicts[i] ?? '' })),
	key
});

/** One row a, b, c … for each key. */
export const grid = (
	kind: GridQuestion['kind'],
	columns: number,
	keys: readonly string[],
	base: Base = {}
): GridQuestion => ({
	...common(base),
	kind,
	max: 1,
	rows: options(keys.length).map((row, i) => ({ ...row, key: keys[i] ?? '' })),
	columns: options(columns)
});

export const order = (key: string[], base: Base = {}): OrderQuestion => ({
	...common(base),
	kind: 'order',
	max: 1,
	items: options(key.length),
	key
});

export const select = (accepted: number[][], base: Base = {}): SelectQuestion => ({
	...common(base),
	kind: 'select',
	max: 1,
	pick: accepted[0]?.length ?? 0,
	accepted,
	sentences: sentenceReasons
});

export const twoPart = (
	count: number,
	key: string,
	accepted: number[][],
	base: Base = {}
): TwoPartQuestion => ({
	...common(base),
	kind: 'two-part',
	max: 2,
	options: options(count),
	key,
	pick: accepted[0]?.length ?? 0,
	accepted,
	sentences: sentenceReasons
});

/** Words w1, w2 …, altered where the list says so. */
export const altered = (flags: readonly boolean[], base: Base = {}): AlteredQuestion => ({
	...common(base),
	kind: 'altered',
	max: 1,
	speaker: 'A speaker',
	original: passage,
	tokens: flags.map((isAltered, i) => ({
		id: `w${i + 1}`,
		text: 'word',
		...(isAltered ? { original: 'original' } : {}),
		...cites(1)
	}))
});

export const leave = (count: number, base: Base = {}): LeaveQuestion => ({
	...common({ skill: 'leave-the-page', ...base }),
	kind: 'leave',
	max: 0,
	passage,
	checks: options(count)
});

const anyOf = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const sentence = fc.integer({ min: 1, max: sentences });
const anyBase = fc.record({ id: fc.stringMatching(/^[a-z0-9]{6}$/), skill: anyOf(skills) });
const count = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const anyAccepted = count(1, 3).chain((pick) =>
	fc.array(fc.uniqueArray(sentence, { minLength: pick, maxLength: pick }), {
		minLength: 1,
		maxLength: 3
	})
);

/** A sound question of the kind. */
export function anyQuestionOf(kind: Kind): fc.Arbitrary<Question> {
	return anyBase.chain((base): fc.Arbitrary<Question> => {
		switch (kind) {
			case 'choice':
				return count(2, 5).chain((n) =>
					anyOf(idsOf(options(n))).map((key) => choice(n, key, base))
				);
			case 'multiple':
				return count(2, 6).chain((n) =>
					fc
						.subarray(idsOf(options(n)), { minLength: 1, maxLength: n - 1 })
						.map((keys) => multiple(n, keys, base))
				);
			case 'verdict':
				return anyOf(verdicts).map((key) => verdict(key, base));
			case 'match':
			case 'categorise':
				return count(2, 5).chain((n) =>
					fc
						.array(anyOf(idsOf(options(n))), { minLength: 1, maxLength: 6 })
						.map((keys) => grid(kind, n, keys, base))
				);
			case 'order':
				return count(2, 6).chain((n) =>
					permutation(idsOf(options(n))).map((key) => order(key, base))
				);
			case 'select':
				return anyAccepted.map((accepted) => select(accepted, base));
			case 'two-part':
				return fc
					.tuple(count(2, 5), anyAccepted)
					.chain(([n, accepted]) =>
						anyOf(idsOf(options(n))).map((key) => twoPart(n, key, accepted, base))
					);
			case 'altered':
				return fc
					.array(fc.boolean(), { minLength: 1, maxLength: 15 })
					.filter((flags) => flags.includes(true))
					.map((flags) => altered(flags, base));
			case 'leave':
				return count(3, 5).map((n) => leave(n, base));
		}
	});
}

/** A sound question of any kind. */
export const anyQuestion: fc.Arbitrary<Question> = anyOf(kinds).chain(anyQuestionOf);

/** A sound answer with something in it, not always the full number. */
export function anyResponse(asked: Question): fc.Arbitrary<Response> {
	return response(asked).filter((given) => formFromResponse(given).length > 0);
}

function response(asked: Question): fc.Arbitrary<Response> {
	const { kind } = asked;
	switch (kind) {
		case 'choice':
		case 'verdict':
			return anyOf(idsOf(asked.options)).map((option) => ({ kind, option }));
		case 'multiple':
			return fc.shuffledSubarray(idsOf(asked.options)).map((list) => ({ kind, options: list }));
		case 'match':
		case 'categorise':
			return fc
				.array(fc.option(anyOf(idsOf(asked.columns))), {
					minLength: asked.rows.length,
					maxLength: asked.rows.length
				})
				.map((columns) => ({
					kind,
					columns: Object.fromEntries(
						asked.rows.flatMap(({ id }, i): [string, string][] => {
							const column = columns[i] ?? null;
							return column === null ? [] : [[id, column]];
						})
					)
				}));
		case 'order':
			return permutation(idsOf(asked.items)).map((items) => ({ kind, items }));
		case 'select':
			return taps(asked.pick).map((list) => ({ kind, sentences: list }));
		case 'two-part':
			return fc
				.tuple(fc.option(anyOf(idsOf(asked.options))), taps(asked.pick))
				.map(([option, list]) => ({ kind, option, sentences: list }));
		case 'altered':
			return fc.shuffledSubarray(idsOf(asked.tokens)).map((tokens) => ({ kind, tokens }));
		case 'leave':
			return fc.shuffledSubarray(idsOf(asked.checks)).map((checks) => ({ kind, checks }));
	}
}

const taps = (pick: number): fc.Arbitrary<number[]> =>
	fc.uniqueArray(sentence, { maxLength: pick });

const permutation = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
	fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

/** The answer that the key asks for; of several accepted sets the first. */
export function keyResponse(asked: Question): Response {
	const { kind } = asked;
	switch (kind) {
		case 'choice':
		case 'verdict':
			return { kind, option: asked.key };
		case 'multiple':
			return { kind, options: asked.keys };
		case 'match':
		case 'categorise':
			return { kind, columns: Object.fromEntries(asked.rows.map(({ id, key }) => [id, key])) };
		case 'order':
			return { kind, items: asked.key };
		case 'select':
			return { kind, sentences: asked.accepted[0] ?? [] };
		case 'two-part':
			return { kind, option: asked.key, sentences: asked.accepted[0] ?? [] };
		case 'altered':
			return {
				kind,
				tokens: idsOf(asked.tokens.filter(({ original }) => original !== undefined))
			};
		case 'leave':
			return { kind, checks: idsOf(asked.checks) };
	}
}

/** A response that leaves everything open. */
export function emptyResponse({ kind }: Question): Response | null {
	switch (kind) {
		case 'choice':
		case 'verdict':
			return null;
		case 'multiple':
			return { kind, options: [] };
		case 'match':
		case 'categorise':
			return { kind, columns: {} };
		case 'order':
			return { kind, items: [] };
		case 'select':
			return { kind, sentences: [] };
		case 'two-part':
			return { kind, option: null, sentences: [] };
		case 'altered':
			return { kind, tokens: [] };
		case 'leave':
			return { kind, checks: [] };
	}
}
