/**
 * Which questions make a quiz. Pure: the same bank, wish and seed give the same questions.
 *
 * Two questions that share a fact (siblings) never meet, and of the others those are preferred
 * whose keys rest on sentences that the quiz has not used: a reason shown for one question should
 * not give away the next.
 */
import { keySentences } from '../questions/key.ts';
import { shuffle } from '../questions/random.ts';
import { kinds, verdicts, type Kind, type Question } from '../questions/schema.ts';
import { markedSkills, skills, type Skill } from '../questions/skills.ts';

export type Wish =
	| { draw: 'quick' | 'full' }
	| { draw: 'skill'; skill: Skill }
	| { draw: 'kind'; kind: Kind }
	/** One question for each of these skills (a skill may stand twice), none of them among `avoid`. */
	| { draw: 'like'; skills: Skill[]; avoid: string[] };

/** Questions in a quick quiz, and at most so many of one skill or kind. */
export const quickLength = 5;
export const practiceLength = 6;
/** Verdict questions in a full quiz (`marking.md`): credulity needs more than one to be seen. */
const verdictsInFull = 3;

/** Reads `quick`, `full`, `skill:<id>` or `kind:<id>`. */
export function parseWish(text: string | null): Wish | undefined {
	if (text === null || text === '' || text === 'quick') return { draw: 'quick' };
	if (text === 'full') return { draw: 'full' };
	const [what, id] = text.split(':');
	const skill = skills.find((one) => one === id);
	if (what === 'skill' && skill) return { draw: 'skill', skill };
	const kind = kinds.find((one) => one === id);
	if (what === 'kind' && kind) return { draw: 'kind', kind };
	return undefined;
}

/** Draws the questions of a quiz in the order in which they are asked; none when the bank has none. */
export function drawQuestions(bank: readonly Question[], wish: Wish, seed: string): Question[] {
	const pool = shuffle(bank, `${seed}/pool`);
	switch (wish.draw) {
		case 'quick':
			return take(
				pool,
				shuffle(markedSkills, `${seed}/skills`).map((skill) => of(skill)),
				quickLength
			);
		case 'full': {
			const order = shuffle(markedSkills, `${seed}/skills`);
			const judging = verdictSkills(pool, order, seed);
			const marked = take(
				pool,
				order.map((skill) => {
					const verdict = judging.get(skill);
					return (question) =>
						question.skill === skill &&
						(verdict === undefined
							? question.kind !== 'verdict'
							: question.kind === 'verdict' && question.key === verdict);
				}),
				order.length,
				order.map((skill) => of(skill))
			);
			return [...marked, ...pool.filter(of('leave-the-page')).slice(0, 1)];
		}
		case 'skill':
			return take(pool, Array<Test>(practiceLength).fill(of(wish.skill)), practiceLength);
		case 'kind':
			return take(
				pool,
				Array<Test>(practiceLength).fill((question) => question.kind === wish.kind),
				practiceLength
			);
		case 'like':
			return take(
				pool.filter(({ id }) => !wish.avoid.includes(id)),
				wish.skills.map((skill) => of(skill)),
				wish.skills.length
			);
	}
}

type Test = (question: Question) => boolean;

const of =
	(skill: Skill): Test =>
	(question) =>
		question.skill === skill;

/**
 * Fills each place with the first question of the pool that passes its test, is no sibling of one
 * taken, and overlaps least with the sentences and kinds already used.
 */
function take(
	pool: readonly Question[],
	tests: readonly Test[],
	length: number,
	fallback: readonly Test[] = []
): Question[] {
	const taken: Question[] = [];
	tests.forEach((test, i) => {
		if (taken.length === length) return;
		const free = pool.filter(
			(question) => !taken.some((other) => other === question || areSiblings(other, question))
		);
		const passing = free.filter(test);
		const candidates =
			passing.length > 0 ? passing : free.filter(fallback[i] ?? (() => false));
		const [first, ...rest] = candidates;
		if (!first) return;
		taken.push(
			rest.reduce((best, other) => (cost(other, taken) < cost(best, taken) ? other : best), first)
		);
	});
	return taken;
}

/** Do two questions rest on a common fact? */
export const areSiblings = (one: Question, other: Question): boolean =>
	one.facts.some((fact) => other.facts.includes(fact));

/** Sentences of the key that are used already count double, a kind that was asked counts once. */
function cost(question: Question, taken: readonly Question[]): number {
	const used = new Set(taken.flatMap((other) => keySentences(other)));
	const shared = keySentences(question).filter((sentence) => used.has(sentence)).length;
	const sameKind = taken.filter(({ kind }) => kind === question.kind).length;
	return 2 * shared + sameKind;
}

/** The skills of a full quiz that are asked as verdicts, each with a key drawn for itself. */
function verdictSkills(
	pool: readonly Question[],
	order: readonly Skill[],
	seed: string
): Map<Skill, (typeof verdicts)[number]> {
	const able = order.filter((skill) =>
		pool.some((question) => question.kind === 'verdict' && question.skill === skill)
	);
	return new Map(
		able.slice(0, verdictsInFull).flatMap((skill) => {
			const keys = verdicts.filter((verdict) =>
				pool.some(
					(question) =>
						question.kind === 'verdict' && question.skill === skill && question.key === verdict
				)
			);
			const [verdict] = shuffle(keys, `${seed}/verdict/${skill}`);
			return verdict === undefined ? [] : [[skill, verdict] as const];
		})
	);
}
