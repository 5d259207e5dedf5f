/**
 * Question health: what many attempts say about one question. Classical test theory, as in Crocker &
 * Algina, Introduction to Classical and Modern Test Theory (1986), chapters 5 and 14.
 *
 * With few attempts such figures say more about who happened to sit there than about the question, so
 * they are hidden at first and called provisional for a while.
 */
import type { Response } from '../questions/response.ts';
import type { Certainty } from '../questions/response.ts';
import { divide, fraction, sum, type Fraction } from './fraction.ts';

/** Attempts below which nothing is shown. */
export const attemptsForHealth = 10;
/** Attempts below which what is shown is provisional. */
export const attemptsForTrust = 30;

/** What became of a question in one attempt. */
export interface ItemTry {
	/** The attempt ended before the question was shown, it was left open, or it was answered. */
	state: 'not-reached' | 'skipped' | 'answered';
	/** What it brought, as a share of the question's maximum; of a skipped one 0. */
	share: Fraction;
	/** Share that the other questions of the attempt brought, 0 to 1; null: there is no other. */
	rest: number | null;
	/** Ids of what was chosen (`picksOf`). */
	picks: readonly string[];
	sureButWrong: boolean;
}

export type Standing = 'hidden' | 'provisional' | 'settled';

export interface ItemStatistics {
	/** Attempts in which the question was seen: all figures are over these. */
	reached: number;
	notReached: number;
	skipped: number;
	standing: Standing;
	/** Mean share, 0 to 1; null while hidden. */
	facility: Fraction | null;
	/** −1 to 1; null while hidden, and where either side does not vary. */
	pointBiserial: number | null;
	/** How often each thing was chosen. Read it only where `standing` is not `hidden`. */
	picks: ReadonlyMap<string, number>;
	/** Certain and wrong: a count, shown whatever the standing, since each is worth a talk. */
	sureButWrong: number;
}

export function standingOf(attempts: number): Standing {
	if (attempts < attemptsForHealth) return 'hidden';
	return attempts < attemptsForTrust ? 'provisional' : 'settled';
}

/**
 * Facility p = Σ share / N over the N attempts that reached the question (Crocker & Algina, p. 90);
 * skipped counts as 0, not reached is outside. Discrimination is {@link itemRest}.
 */
export function itemStatistics(tries: readonly ItemTry[]): ItemStatistics {
	const reached = tries.filter(({ state }) => state !== 'not-reached');
	const standing = standingOf(reached.length);
	const picks = new Map<string, number>();
	for (const one of reached) for (const id of one.picks) picks.set(id, (picks.get(id) ?? 0) + 1);
	return {
		reached: reached.length,
		notReached: tries.length - reached.length,
		skipped: reached.filter(({ state }) => state === 'skipped').length,
		standing,
		facility: standing === 'hidden' ? null : meanShare(reached),
		pointBiserial: standing === 'hidden' ? null : itemRest(reached),
		picks,
		sureButWrong: reached.filter(({ sureButWrong }) => sureButWrong).length
	};
}

/** Added up by denominator, of which there are few: the same fraction as adding one by one, sooner. */
function meanShare(tries: readonly ItemTry[]): Fraction | null {
	if (tries.length === 0) return null;
	const byDenominator = new Map<number, number>();
	for (const { share } of tries)
		byDenominator.set(share.d, (byDenominator.get(share.d) ?? 0) + share.n);
	const all = sum([...byDenominator].map(([d, n]) => fraction(n, d)));
	return divide(all, fraction(tries.length));
}

/**
 * Corrected point-biserial: Pearson's r between the question's share and the share of the rest of the
 * attempt. The question itself is taken out of the total, else it correlates with itself (Henrysson,
 * Correction of item–total correlations in item analysis, Psychometrika 28, 1963):
 * r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² · Σ(y − ȳ)²).
 */
function itemRest(tries: readonly ItemTry[]): number | null {
	const xs: number[] = [];
	const ys: number[] = [];
	for (const { share, rest } of tries)
		if (rest !== null) {
			xs.push(share.n / share.d);
			ys.push(rest);
		}
	if (isConstant(xs) || isConstant(ys)) return null;
	const x0 = average(xs);
	const y0 = average(ys);
	let xy = 0;
	let xx = 0;
	let yy = 0;
	for (let i = 0; i < xs.length; i++) {
		const dx = (xs[i] ?? 0) - x0;
		const dy = (ys[i] ?? 0) - y0;
		xy += dx * dy;
		xx += dx * dx;
		yy += dy * dy;
	}
	// Rounding may leave a perfect correlation a hair outside.
	return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

const isConstant = (values: readonly number[]): boolean =>
	values.every((value) => value === values[0]);

const average = (values: readonly number[]): number =>
	values.reduce((all, value) => all + value, 0) / values.length;

/**
 * What was chosen, as ids that one question has once each: options, checks and words by their id, a
 * sentence as 's14', a row's column as 'row=column'. An order chooses nothing.
 */
export function picksOf(response: Response | null): string[] {
	switch (response?.kind) {
		case 'choice':
		case 'verdict':
			return [response.option];
		case 'multiple':
			return response.options;
		case 'match':
		case 'categorise':
			return Object.entries(response.columns).map(([row, column]) => `${row}=${column}`);
		case 'select':
			return response.sentences.map((n) => `s${n}`);
		case 'two-part':
			return [
				...(response.option === null ? [] : [response.option]),
				...response.sentences.map((n) => `s${n}`)
			];
		case 'altered':
			return response.tokens;
		case 'leave':
			return response.checks;
		default:
			return [];
	}
}

/** Certain, and what was rated was not right. */
export const isSureButWrong = (certainty: Certainty | null, right: boolean | undefined): boolean =>
	certainty === 3 && right === false;
