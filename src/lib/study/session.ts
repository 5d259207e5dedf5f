/**
 * The daily session: questions of several articles in one row, each beside the paragraphs that it takes
 * to answer it. What is asked is chosen in `review/`; how a question is asked and explained is that of
 * every quiz (`step.ts`).
 */
import { buildArticle } from '../article/article.ts';
import { keyReasons, keySentences } from '../questions/key.ts';
import type { PackVersion } from '../questions/pack.ts';
import { hash } from '../questions/random.ts';
import type { Question } from '../questions/schema.ts';
import type { Skill } from '../questions/skills.ts';
import type { Chosen, Pick, Readable } from '../review/session.ts';
import type { MarkedAnswer } from '../scoring/score.ts';
import { explainAt, markRun, readRun } from './run.ts';
import { stepFrom } from './step.ts';
import { ticketParams } from './ticket.ts';
import type { ArticleView, Outcome, SlotState, StepView } from './view.ts';

/** Questions of a session, as the reader may wish; 5 without a wish. */
export const lengths = { least: 3, usual: 5, most: 20 } as const;

/** An article as far as choosing goes, and what names it. */
export interface ReadablePack extends Readable {
	version: string;
	title: string;
	lang: string;
}

/** What a session is chosen from: nothing here tells a key. */
export function readablePack(pack: PackVersion): ReadablePack {
	const article = buildArticle(pack.text, pack.blocks);
	const paragraphOf = new Map(article.sentences.map(({ n, paragraph }) => [n, paragraph]));
	const paragraphs = Math.max(0, ...paragraphOf.values());
	const all = Array.from({ length: paragraphs }, (_, i) => i + 1);
	return {
		slug: pack.slug,
		version: pack.version,
		title: pack.title.text,
		lang: pack.lang,
		paragraphs,
		questions: pack.bank.map((question) => {
			const needs = [...new Set(keySentences(question).map((n) => paragraphOf.get(n) ?? 0))];
			return {
				slug: pack.slug,
				id: question.id,
				kind: question.kind,
				skill: question.skill,
				facts: question.facts,
				// Where no sentence settles it, the whole text does.
				needs: needs.length === 0 || takesWholeText(question) ? all : needs
			};
		})
	};
}

/** Of some keys no sentence says it; of a question about sentence numbers the text is the answer sheet. */
const takesWholeText = (question: Question): boolean =>
	keyReasons(question).some(({ cite }) => cite.kind === 'whole') ||
	/\bsentences? \d/iu.test(question.stem);

export interface SessionPick extends Pick {
	version: string;
	/** Paragraphs that stand beside it; null: the whole article. */
	paragraphs: number[] | null;
	/** Its answer in the compact form of a quiz of one question: '', '-' or an answer. */
	answer: string;
}

export interface Session {
	v: 1;
	id: string;
	/** When it was chosen, in milliseconds, and the calendar day there. */
	at: number;
	day: string;
	picks: SessionPick[];
	/** Paragraphs to be read for it, by article. */
	fresh: Record<string, number[]>;
	allRead: boolean;
}

/** A session from what was chosen. @param read paragraphs that were read before, by article */
export function makeSession(
	chosen: Chosen,
	library: readonly ReadablePack[],
	read: ReadonlyMap<string, ReadonlySet<number>>,
	given: { id: string; at: number; day: string }
): Session {
	const packs = new Map(library.map((pack) => [pack.slug, pack]));
	return {
		v: 1,
		...given,
		picks: chosen.picks.flatMap((pick): SessionPick[] => {
			const pack = packs.get(pick.slug);
			const question = pack?.questions.find(({ id }) => id === pick.id);
			if (!pack || !question) return [];
			const known = [...(read.get(pick.slug) ?? []), ...(chosen.fresh.get(pick.slug) ?? [])];
			return [
				{
					...pick,
					version: pack.version,
					paragraphs: paragraphsBeside(question.needs, question.kind, pack.paragraphs, known),
					answer: ''
				}
			];
		}),
		fresh: Object.fromEntries([...chosen.fresh].map(([slug, list]) => [slug, [...list]])),
		allRead: chosen.allRead
	};
}

/** Where sentences are tapped, the paragraph alone would be the answer: all that was read stands there. */
function paragraphsBeside(
	needs: readonly number[],
	kind: string,
	paragraphs: number,
	known: readonly number[]
): number[] | null {
	const beside = new Set(kind === 'select' || kind === 'two-part' ? [...needs, ...known] : needs);
	return beside.size >= paragraphs ? null : [...beside].sort((one, other) => one - other);
}

/** Of every question of the session: not seen, skipped, answered. */
export const sessionSlots = ({ picks }: Session): SlotState[] =>
	picks.map(({ answer }) => (answer === '' ? 'unseen' : answer === '-' ? 'skipped' : 'answered'));

export interface SessionStep {
	view: StepView;
	/** The session after it. */
	session: Session;
	/** Set where an answer was given just now: what it brought. */
	marked?: MarkedAnswer;
}

/**
 * The step that the parameters ask for: `n`, `do` and the form's fields as in a quiz.
 *
 * @param packs has the pack version of every pick
 * @param whole show the whole article beside the question
 * @throws {import('./trouble.ts').Trouble} where a question is no longer there
 */
export function sessionStep(
	packs: ReadonlyMap<string, PackVersion>,
	session: Session,
	params: URLSearchParams,
	whole: boolean
): SessionStep {
	const total = session.picks.length;
	const asked = Number(params.get('n') ?? '1');
	const n = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), total + 1) : 1;
	if (params.get('do') === 'skip' && n <= total) {
		const after = session.picks[n - 1]?.answer === '' ? withAnswer(session, n, '-') : session;
		const slots = sessionSlots(after);
		const next = slots.findIndex((slot, i) => i >= n && slot === 'unseen');
		const shown = next === -1 ? total + 1 : next + 1;
		return sessionStep(packs, after, new URLSearchParams({ n: String(shown) }), whole);
	}
	const pick = session.picks[n - 1];
	if (!pick) return { view: ending(packs, session), session };
	const pack = packOf(packs, pick);
	const own = new URLSearchParams(params);
	for (const [name, value] of ticketOf(session, pick)) own.set(name, value);
	own.set('n', '1');
	own.set('a', pick.answer === '-' ? '' : pick.answer);
	const step = stepFrom(pack, own);
	const after = step.answers === own.get('a') ? session : withAnswer(session, n, step.answers);
	const view = { ...step, ...common(after), ...('n' in step ? { n } : {}) } as StepView;
	if (view.kind === 'question' && !whole && pick.paragraphs)
		view.article = onlyParagraphs(view.article, pick.paragraphs);
	if (after === session) return { view, session };
	own.set('a', step.answers);
	const [marked] = markRun(readRun(pack, own));
	return { view, session: after, ...(marked ? { marked } : {}) };
}

const withAnswer = (session: Session, n: number, answer: string): Session => ({
	...session,
	picks: session.picks.map((pick, i) => (i === n - 1 ? { ...pick, answer } : pick))
});

function packOf(packs: ReadonlyMap<string, PackVersion>, { slug }: SessionPick): PackVersion {
	const pack = packs.get(slug);
	if (!pack) throw new RangeError(`no pack ${slug}`);
	return pack;
}

/** A quiz of this one question, its options mixed anew in every session. */
const ticketOf = ({ id }: Session, { slug, version, id: question }: SessionPick) =>
	new URLSearchParams(
		ticketParams({
			slug,
			version,
			ids: [question],
			seed: hash(`${id}/${question}`).toString(36).slice(0, 8),
			mode: 'open'
		})
	);

const common = (session: Session) => ({
	path: '/study',
	quiz: '',
	answers: '',
	slots: sessionSlots(session)
});

function ending(packs: ReadonlyMap<string, PackVersion>, session: Session): StepView {
	const [first] = session.picks;
	if (!first) throw new RangeError('a session without questions');
	const step = stepFrom(packOf(packs, first), ticketOf(session, first));
	const { article, articleOpen } = step;
	const open = sessionSlots(session).flatMap((slot, i) => (slot === 'answered' ? [] : [i + 1]));
	const whole = { article, articleOpen, ...common(session) };
	return open.length > 0 ? { ...whole, kind: 'left-open', open } : { ...whole, kind: 'done' };
}

/** The article down to some paragraphs; a heading stays where the paragraph after it does. */
function onlyParagraphs(article: ArticleView, wanted: readonly number[]): ArticleView {
	let n = 0;
	const blocks = article.blocks.filter((block) =>
		block.kind === 'paragraph' ? wanted.includes(++n) : wanted.includes(n + 1)
	);
	const shown = new Set(
		blocks.flatMap((block) =>
			block.kind === 'paragraph' ? block.sentences.map((sentence) => sentence.n) : []
		)
	);
	const glossary = article.glossary?.filter(({ sentence }) => shown.has(sentence));
	return { ...article, blocks, ...(glossary && { glossary }) };
}

/** A question of a session that is over, as its end lists it. */
export interface SessionLine {
	n: number;
	title: string;
	stem: string;
	skill: Skill;
	outcome: Outcome;
	/** Asked again, or new. */
	review: boolean;
}

/** What became of every question that was answered. */
export function sessionLines(
	packs: ReadonlyMap<string, PackVersion>,
	session: Session
): SessionLine[] {
	return session.picks.flatMap((pick, i): SessionLine[] => {
		if (pick.answer === '' || pick.answer === '-') return [];
		const pack = packOf(packs, pick);
		const own = ticketOf(session, pick);
		own.set('a', pick.answer);
		const { stem, skill, outcome } = explainAt(readRun(pack, own), 1);
		return [{ n: i + 1, title: pack.title.text, stem, skill, outcome, review: pick.review }];
	});
}
