/** The end of a quiz: the mark, what it says about skills and certainty, and what to do next. */
import type { PackVersion } from '../questions/pack.ts';
import { certaintyReport } from '../scoring/certainty.ts';
import { toPercent, toTenths, type Fraction } from '../scoring/fraction.ts';
import { nextExercise, skillProfile } from '../scoring/profile.ts';
import { totals } from '../scoring/result.ts';
import { suspicion, type Rate } from '../scoring/suspicion.ts';
import { drawQuestions } from './draw.ts';
import { explainAt, markRun, readRun, type Run } from './run.ts';
import { common } from './step.ts';
import { againTicket, nextSeed, ticketParams } from './ticket.ts';
import type { ResultView } from './view.ts';

/**
 * The result of a quiz from the same parameters as a step.
 *
 * @throws {import('./trouble.ts').Trouble} when the parameters name no quiz of this pack
 */
export function resultFrom(pack: PackVersion, params: URLSearchParams): ResultView {
	const run = readRun(pack, params);
	const marked = markRun(run);
	const total = totals(marked);
	const profile = skillProfile(marked);
	const next = nextExercise(profile, [...new Set(pack.bank.map(({ skill }) => skill))]);
	const report = certaintyReport(marked);
	const verdicts = suspicion(marked);
	return {
		...common(run),
		points: total.share === null ? null : toTenths(total.points),
		max: total.max,
		counts: {
			right: total.right,
			partly: total.partly,
			wrong: total.wrong,
			skipped: total.skipped,
			unseen: total.notReached
		},
		profile: profile
			.filter(({ answers, max }) => answers > 0 && max > 0)
			.map((line) => ({
				skill: line.skill,
				points: toTenths(line.points),
				max: line.max,
				answers: line.answers,
				percent: line.share && toPercent(line.share)
			})),
		next: next
			? {
					skill: next.skill,
					exercise: next.of === 0 ? null : { missed: next.missed, of: next.of }
				}
			: null,
		calibration: {
			rated: report.rated,
			levels: report.levels.map(({ certainty, right, of, share }) => ({
				level: certainty,
				right,
				answers: of,
				percent: share && toPercent(share)
			})),
			accuracy: report.accuracy && toPercent(report.accuracy),
			points: report.mean && signed(report.mean),
			bonus: report.bonus && signed(report.bonus)
		},
		suspicion: {
			credulity: rateView(verdicts.credulity),
			overSuspicion: rateView(verdicts.overSuspicion),
			confused: verdicts.confused.count
		},
		questions: run.questions.map((_, i) => ({ n: i + 1, explanation: explainAt(run, i + 1) })),
		missed: missedAgain(run),
		fresh: freshQuiz(run)
	};
}

/** Quiz parameters of the marked questions that brought less than full marks. */
function missedAgain(run: Run): string | null {
	const ids = markRun(run)
		.filter(({ score }) => score.max > 0 && !score.full)
		.map(({ question }) => question.id);
	return ids.length > 0 ? ticketParams(againTicket(run.ticket, ids)) : null;
}

/** Quiz parameters of other questions on the same skills. */
function freshQuiz({ pack, ticket, questions }: Run): string | null {
	const skills = questions.map(({ skill }) => skill);
	const wish = { draw: 'like' as const, skills, avoid: ticket.ids };
	const ids = drawQuestions(pack.bank, wish, nextSeed(ticket)).map(({ id }) => id);
	return ids.length > 0 ? ticketParams(againTicket(ticket, ids)) : null;
}

/** '+0.5', '−1.2', '0'. */
function signed(value: Fraction): string {
	const shown = toTenths(value);
	return shown === '0' || shown.startsWith('−') ? shown : `+${shown}`;
}

const rateView = ({ share, of, needed, count }: Rate) => ({
	percent: share && toPercent(share),
	count,
	of,
	needed
});
