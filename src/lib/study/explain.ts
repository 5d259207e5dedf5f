/**
 * The reasons for a question once it is answered, laid out for a page: what was picked, what is
 * right, why, and where the article says so.
 */
import { keySentences } from '../questions/key.ts';
import type { PublicQuestion } from '../questions/public.ts';
import type { Response } from '../questions/response.ts';
import type { Citation, Option, Question, SentenceReason, Token } from '../questions/schema.ts';
import { toTenths } from '../scoring/fraction.ts';
import type { MarkedAnswer } from '../scoring/score.ts';
import type { Explanation, Outcome, ReasonView } from './view.ts';

type Groups = Pick<Explanation, 'groups' | 'rest'>;

/**
 * Explains a question with what became of it.
 *
 * @param shown the public side as the learner saw it: reasons keep that order
 */
export function explain(marked: MarkedAnswer, shown: PublicQuestion): Explanation {
	const { question, response, certainty, score } = marked;
	const settledBy = keyCitation(question);
	return {
		kind: question.kind,
		skill: question.skill,
		stem: question.stem,
		about: aboutOf(question),
		outcome: outcomeOf(marked),
		points: toTenths(score.points),
		max: question.max,
		certainty,
		settledIn: backing(question, settledBy),
		settledBy,
		...groupsOf(question, shown, response)
	};
}

/** What became of it, in a word. */
export function outcomeOf({ question, response, score }: MarkedAnswer): Outcome {
	if (response === null) return 'skipped';
	if (question.max === 0) return 'unmarked';
	if (score.full) return 'right';
	return score.points.n > 0 ? 'partly' : 'wrong';
}

function aboutOf(question: Question): Explanation['about'] {
	switch (question.kind) {
		case 'choice':
		case 'multiple':
			return question.passage
				? { text: question.passage.words, sentence: question.passage.sentence }
				: null;
		case 'verdict':
			return { text: question.statement, sentence: null };
		case 'leave':
			return { text: question.passage.words, sentence: question.passage.sentence };
		default:
			return null;
	}
}

/**
 * How the article backs the key: it settles it where it settles any part of it. Rows that it only
 * comes near to are said to be so one by one.
 */
function keyCitation(question: Question): Citation['kind'] {
	const kinds = rightOptions(question).map(({ cite }) => cite.kind);
	if (kinds.length === 0 || kinds.includes('settles')) return 'settles';
	return kinds.includes('nearest') ? 'nearest' : 'whole';
}

/** Sentences that back the key in that way. */
function backing(question: Question, kind: Citation['kind']): number[] {
	const right = rightOptions(question);
	// A tap, a two-part question and altered words have their sentences as their key.
	if (right.length === 0) return keySentences(question);
	const quotes = right.flatMap(({ cite }) => (cite.kind === kind ? cite.quotes : []));
	return [...new Set(quotes.map(({ sentence }) => sentence))].sort((a, b) => a - b);
}

function rightOptions(question: Question): { cite: Citation }[] {
	switch (question.kind) {
		case 'choice':
		case 'verdict':
			return question.options.filter(({ id }) => id === question.key);
		case 'multiple':
			return question.options.filter(({ id }) => question.keys.includes(id));
		case 'match':
		case 'categorise':
			return question.rows;
		case 'order':
			return question.items;
		default:
			return [];
	}
}

const view = (
	option: Option,
	rest: Pick<ReasonView, 'picked' | 'right'> & Partial<Pick<ReasonView, 'answer' | 'key'>>
): ReasonView => ({
	text: option.text,
	quoted: option.quoted === true,
	sentence: null,
	answer: null,
	key: null,
	why: option.why,
	cite: option.cite,
	...rest
});

function groupsOf(question: Question, shown: PublicQuestion, response: Response | null): Groups {
	switch (question.kind) {
		case 'choice':
		case 'verdict':
		case 'multiple': {
			const picked = pickedOptions(response);
			const right = question.kind === 'multiple' ? question.keys : [question.key];
			return {
				groups: [{ title: 'options', reasons: options(question.options, shown, picked, right) }],
				rest: []
			};
		}
		case 'two-part': {
			const picked = response?.kind === 'two-part' ? response : undefined;
			const { groups, rest } = sentences(question, picked?.sentences ?? []);
			return {
				groups: [
					{
						title: 'options',
						reasons: options(
							question.options,
							shown,
							typeof picked?.option === 'string' ? [picked.option] : [],
							[question.key]
						)
					},
					...groups
				],
				rest
			};
		}
		case 'select':
			return sentences(question, response?.kind === 'select' ? response.sentences : []);
		case 'match':
		case 'categorise': {
			const columns = response && 'columns' in response ? response.columns : {};
			const nameOf = new Map(question.columns.map(({ id, text }) => [id, text]));
			const rows = inOrder(question.rows, 'rows' in shown ? shown.rows : []).map((row) => {
				const answer = columns[row.id];
				return view(row, {
					picked: answer !== undefined,
					right: answer === row.key,
					answer: answer === undefined ? null : (nameOf.get(answer) ?? null),
					key: nameOf.get(row.key) ?? null
				});
			});
			const names = inOrder(question.columns, 'columns' in shown ? shown.columns : []).map(
				(column) =>
					view(column, {
						picked: Object.values(columns).includes(column.id),
						right: question.rows.some(({ key }) => key === column.id)
					})
			);
			return {
				groups: [
					{ title: 'rows', reasons: rows },
					{ title: 'columns', reasons: names }
				],
				rest: []
			};
		}
		case 'order': {
			const order = response?.kind === 'order' ? response.items : [];
			const reasons = question.key.flatMap((id, i) => {
				const item = question.items.find((one) => one.id === id);
				const place = order.indexOf(id);
				if (!item) return [];
				return view(item, {
					picked: place !== -1,
					right: place === i,
					answer: place === -1 ? null : String(place + 1),
					key: String(i + 1)
				});
			});
			return { groups: [{ title: 'rows', reasons }], rest: [] };
		}
		case 'altered': {
			const picked = response?.kind === 'altered' ? response.tokens : [];
			const matters = (token: Token) => token.original !== undefined || picked.includes(token.id);
			const word = (token: Token): ReasonView => ({
				text: token.text,
				quoted: false,
				sentence: null,
				picked: picked.includes(token.id),
				right: token.original !== undefined,
				answer: token.text,
				key: token.original ?? token.text,
				why: token.why,
				cite: token.cite
			});
			return {
				groups: [{ title: 'words', reasons: question.tokens.filter(matters).map(word) }],
				rest: []
			};
		}
		case 'leave': {
			const ticked = response?.kind === 'leave' ? response.checks : [];
			const reasons = inOrder(question.checks, 'checks' in shown ? shown.checks : []).map((check) =>
				view(check, { picked: ticked.includes(check.id), right: true })
			);
			return { groups: [{ title: 'checks', reasons }], rest: [] };
		}
	}
}

function pickedOptions(response: Response | null): string[] {
	if (response?.kind === 'multiple') return response.options;
	return response?.kind === 'choice' || response?.kind === 'verdict' ? [response.option] : [];
}

function options(
	all: readonly Option[],
	shown: PublicQuestion,
	picked: readonly string[],
	right: readonly string[]
): ReasonView[] {
	return inOrder(all, 'options' in shown ? shown.options : []).map((option) =>
		view(option, { picked: picked.includes(option.id), right: right.includes(option.id) })
	);
}

/** Tapped and accepted sentences first; all others wait in `rest`. */
function sentences(
	question: { accepted: number[][]; sentences: SentenceReason[] },
	tapped: readonly number[]
): Groups {
	const accepted = bestSet(question.accepted, tapped);
	const reasons = question.sentences.map((reason): ReasonView & { sentence: number } => ({
		text: '',
		quoted: false,
		sentence: reason.sentence,
		picked: tapped.includes(reason.sentence),
		right: accepted.includes(reason.sentence),
		answer: null,
		key: null,
		why: reason.why,
		cite: reason.cite
	}));
	const matters = ({ picked, right }: ReasonView) => picked || right;
	return {
		groups: [{ title: 'sentences', reasons: reasons.filter(matters) }],
		rest: reasons.filter((reason) => !matters(reason))
	};
}

/** The accepted set that the taps come closest to; the first where they are equally close. */
function bestSet(accepted: readonly number[][], tapped: readonly number[]): number[] {
	const overlap = (set: number[]) => set.filter((sentence) => tapped.includes(sentence)).length;
	return accepted.reduce(
		(best, set) => (overlap(set) > overlap(best) ? set : best),
		accepted[0] ?? []
	);
}

function inOrder<T extends { id: string }>(
	all: readonly T[],
	shown: readonly { id: string }[]
): T[] {
	return shown.flatMap(({ id }) => all.find((one) => one.id === id) ?? []);
}
