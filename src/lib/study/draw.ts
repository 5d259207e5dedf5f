/**
 * Which questions make a quiz. Pure: the same bank, wish and seed give the same questions.
 *
 * Two questions that share a fact (siblings) never meet, and of the others those are preferred
 * whose keys rest on sentences that the quiz has not used: a reason shown for one question should
 * not give away the next.
 */
import { keySentences, quotedSentences } from '../questions/key.ts';
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
			return fillMost(
				pool,
				shuffle(markedSkills, `${seed}/skills`)
					.filter((skill) => pool.some(of(skill)))
					.slice(0, quickLength)
					.map(of)
			);
		case 'full': {
			const order = shuffle(markedSkills, `${seed}/skills`);
			const judging = verdictSkills(pool, order, seed);
			const places = (verdictOf: (skill: Skill) => Test): Test[] => [
				...order.map((skill): Test => {
					const fits = judging.has(skill) ? verdictOf(skill) : isNoVerdict;
					return (question) => question.skill === skill && fits(question);
				}),
				of('leave-the-page')
			];
			const drawn = places((skill) => (question) => keyOf(question) === judging.get(skill));
			const anyKey = places(() => (question) => question.kind === 'verdict');
			return (
				fill(pool, drawn) ??
				fill(pool, anyKey) ??
				fillMost(pool, [...order.map(of), of('leave-the-page')])
			);
		}
		case 'skill':
			return fillMost(pool, Array<Test>(practiceLength).fill(of(wish.skill)));
		case 'kind':
			return fillMost(
				pool,
				Array<Test>(practiceLength).fill((question) => question.kind === wish.kind)
			);
		case 'like':
			return fillMost(
				pool.filter(({ id }) => !wish.avoid.includes(id)),
				wish.skills.map(of)
			);
	}
}

type Test = (question: Question) => boolean;

const of =
	(skill: Skill): Test =>
	(question) =>
		question.skill === skill;

const isNoVerdict: Test = ({ kind }) => kind !== 'verdict';
const keyOf = (question: Question) => (question.kind === 'verdict' ? question.key : undefined);

/** Steps of one search; where a pack cannot fill every place, looking on is of no use. */
const patience = 300;

/**
 * Fills every place with a question that passes its test, no two of them siblings. The place with
 * the fewest candidates goes first, and of its candidates those come first that the quiz has told
 * least about; where that leaves another place empty, the search takes the next one.
 *
 * @returns in the order of the places; undefined where no such quiz was found
 */
function fill(pool: readonly Question[], places: readonly Test[]): Question[] | undefined {
	let steps = 0;
	function search(
		taken: ReadonlyMap<number, Question>,
		free: readonly Question[]
	): ReadonlyMap<number, Question> | undefined {
		if (taken.size === places.length) return taken;
		if (++steps > patience) return undefined;
		const next = fewest(places, taken, free);
		const known = [...taken.values()];
		const costs = new Map(next.fitting.map((question) => [question, cost(question, known)]));
		const sorted = [...next.fitting].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0));
		for (const question of sorted) {
			const found = search(new Map(taken).set(next.place, question), without(free, question));
			if (found) return found;
		}
		return undefined;
	}
	const found = search(new Map(), pool);
	return found && places.flatMap((_, place) => found.get(place) ?? []);
}

/** As {@link fill}; where not every place can be filled, as many as are found by leaving the last out. */
function fillMost(pool: readonly Question[], places: readonly Test[]): Question[] {
	for (let wanted = places.length; wanted > 0; wanted--) {
		const found = fill(pool, places.filter((test) => pool.some(test)).slice(0, wanted));
		if (found) return found;
	}
	return [];
}

/** The open place with the fewest candidates. */
const fewest = (
	places: readonly Test[],
	taken: ReadonlyMap<number, Question>,
	free: readonly Question[]
) =>
	places
		.flatMap((test, place) => (taken.has(place) ? [] : { place, fitting: free.filter(test) }))
		.reduce((least, one) => (one.fitting.length < least.fitting.length ? one : least));

const without = (free: readonly Question[], taken: Question): Question[] =>
	free.filter((other) => other !== taken && mayMeet(other, taken));

/** Siblings never meet, nor does a question with one whose key it tells. */
const mayMeet = (one: Question, other: Question): boolean =>
	!areSiblings(one, other) &&
	one.tells?.includes(other.id) !== true &&
	other.tells?.includes(one.id) !== true;

/** Do two questions rest on a common fact? */
export const areSiblings = (one: Question, other: Question): boolean =>
	one.facts.some((fact) => other.facts.includes(fact));

/**
 * How much the taken questions tell of this one: the share of its key's sentences that decide another
 * key, half that for sentences that only another's reasons quote, and a step for each question of its
 * kind. Coarse, so that among questions that are told about alike the seed decides.
 */
function cost(question: Question, taken: readonly Question[]): number {
	const key = keySentences(question);
	const told = (sentencesOf: (other: Question) => number[]): number => {
		const used = new Set(taken.flatMap(sentencesOf));
		return key.length === 0 ? 0 : key.filter((sentence) => used.has(sentence)).length / key.length;
	};
	const sameKind = taken.filter(({ kind }) => kind === question.kind).length;
	return Math.floor(2 * told(keySentences) + told(quotedSentences)) + sameKind;
}

/** The skills of a full quiz that are asked as verdicts, each with a key drawn for itself. */
function verdictSkills(
	pool: readonly Question[],
	order: readonly Skill[],
	seed: string
): Map<Skill, (typeof verdicts)[number]> {
	const able = order
		.filter((skill) =>
			pool.some((question) => question.kind === 'verdict' && question.skill === skill)
		)
		// That skill is practised by verdicts before all; the others lend theirs in turn.
		.sort((one, other) => Number(other === 'not-stated') - Number(one === 'not-stated'));
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
