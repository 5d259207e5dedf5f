/** Rules on the bank as a whole. */
import { publicQuestion } from '../public.ts';
import { verdicts, type Question } from '../schema.ts';
import { skills } from '../skills.ts';
import { guessTest, MAX_GAIN } from './guess.ts';
import { normal, shownTexts } from './parts.ts';
import type { BankRule } from './rule.ts';

/** Questions that a pack needs for each skill before it is published. */
export const minimumFor = (skill: (typeof skills)[number]): number =>
	skill === 'leave-the-page' ? 3 : 4;

export const uniqueIds: BankRule = (bank) => {
	const ids = new Map<string, string>();
	const refs = new Set<string>();
	return bank.flatMap(({ id, ref }) => {
		const faults: { ref: string; message: string }[] = [];
		const other = ids.get(id);
		if (refs.has(ref))
			faults.push({ ref, message: 'two questions have this ref; give one of them a variant' });
		else if (other !== undefined)
			faults.push({
				ref,
				message: `its id ${id} is also that of ${other}; rename a fact or the variant`
			});
		refs.add(ref);
		ids.set(id, ref);
		return faults;
	});
};

/** The same question never stands there twice under two names. */
export const noDoubles: BankRule = (bank) => {
	const seen = new Map<string, string>();
	return bank.flatMap((question) => {
		const face = [question.kind, ...shownTexts(question).map(normal).sort()].join('\n');
		const first = seen.get(face);
		seen.set(face, first ?? question.ref);
		return first === undefined
			? []
			: [{ ref: question.ref, message: `the learner sees the same as in ${first}; drop one` }];
	});
};

/** Siblings share a fact and differ in kind or direction: one template asks one thing of one fact once. */
export const siblingsDiffer: BankRule = (bank) => {
	const seen = new Map<string, Question>();
	return bank.flatMap((question) => {
		const template = question.ref.split('/')[0] ?? '';
		const place = [template, question.kind, question.skill, question.facts[0]].join(' ');
		const first = seen.get(place);
		seen.set(place, question);
		if (!first || normal(first.stem) !== normal(question.stem) || !samePassage(first, question))
			return [];
		return [
			{
				ref: question.ref,
				message: `it asks the same of the same fact as ${first.ref}; siblings differ in kind or direction`
			}
		];
	});
};

function samePassage(one: Question, other: Question): boolean {
	const shown = (question: Question) =>
		question.kind === 'verdict'
			? question.statement
			: 'passage' in question
				? (question.passage?.words ?? '')
				: '';
	return shown(one) === shown(other);
}

/** Verdict keys are in equal thirds. */
export const equalThirds: BankRule = (bank) => {
	const counts = verdictCounts(bank);
	const values = verdicts.map((key) => counts[key]);
	return Math.max(...values) - Math.min(...values) <= 1
		? []
		: [
				{
					ref: '',
					message: `verdict keys are not in equal thirds: ${verdicts.map((key) => `${counts[key]} ${key}`).join(', ')}`
				}
			];
};

export function verdictCounts(
	bank: readonly Question[]
): Record<(typeof verdicts)[number], number> {
	const counts = { stated: 0, contradicted: 0, 'not-stated': 0 };
	for (const question of bank) if (question.kind === 'verdict') counts[question.key]++;
	return counts;
}

/** A published pack has enough questions for every skill. */
export const enough: BankRule = (bank) =>
	skills.flatMap((skill) => {
		const count = bank.filter((question) => question.skill === skill).length;
		return count < minimumFor(skill)
			? [{ ref: '', message: `${count} questions for ${skill}; at least ${minimumFor(skill)}` }]
			: [];
	});

/** No way of guessing gains more than 10 points over chance. */
export const guessing: BankRule = (bank) =>
	guessTest(bank)
		.filter(({ gain }) => gain > MAX_GAIN)
		.map(({ strategy, share, chance }) => ({
			ref: '',
			message: `taking the option that is ${strategy} is right in ${percent(share)} of questions, chance is ${percent(chance)}`
		}));

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const SEEDS = 120;
/** Six standard deviations: a question that is skewed by less cannot be told from luck. */
const DEVIATIONS = 6;

/** Over many quizzes a question's key stands equally often in each place. */
export const balancedPlaces: BankRule = (bank) =>
	bank.flatMap((question) => {
		if (question.kind !== 'choice' && question.kind !== 'two-part') return [];
		const count = question.options.length;
		const places = new Array<number>(count).fill(0);
		for (let seed = 0; seed < SEEDS; seed++) {
			const shown = publicQuestion(question, `places/${seed}`);
			if (!('options' in shown)) continue;
			const place = shown.options.findIndex(({ id }) => id === question.key);
			if (places[place] !== undefined) places[place]++;
		}
		const expected = SEEDS / count;
		const limit = DEVIATIONS * Math.sqrt(expected * (1 - 1 / count));
		return places.some((times) => Math.abs(times - expected) > limit)
			? [
					{
						ref: question.ref,
						message: `over ${SEEDS} seeds its key stands ${places.join(', ')} times in the places`
					}
				]
			: [];
	});
