import { describe, expect, it } from 'vitest';
import { firstPack } from '../../../tests/support/pack.ts';
import { rightResponse } from '../../../tests/support/school.ts';
import { buildArticle } from '../article/article.ts';
import { keySentences } from '../questions/key.ts';
import type { Question } from '../questions/schema.ts';
import { encodeResponse } from '../questions/response-text.ts';
import { studied } from '../review/items.ts';
import { chooseSession, readParagraphs } from '../review/session.ts';
import { markedSkills } from '../questions/skills.ts';
import {
	makeSession,
	readablePack,
	sessionLines,
	sessionSlots,
	sessionStep,
	type Session
} from './session.ts';

const pack = firstPack();
const library = [readablePack(pack)];
const packs = new Map([[pack.slug, pack]]);
const article = buildArticle(pack.text, pack.blocks);
const state = studied([], 0);
const chosen = chooseSession({ library, state, now: 0, length: 5, skills: markedSkills });
const session = makeSession(chosen, library, readParagraphs(library, state), {
	id: 'x1',
	at: 0,
	day: '2026-09-01'
});
const find = (id: string): Question => {
	const question = pack.bank.find((one) => one.id === id);
	if (!question) throw new Error(id);
	return question;
};
const step = (given: Session, params: Record<string, string>, whole = false) =>
	sessionStep(packs, given, new URLSearchParams(params), whole);
const paragraphsOf = ({ view }: ReturnType<typeof step>) =>
	view.article.blocks.filter(({ kind }) => kind === 'paragraph').length;
const all = library[0]?.paragraphs ?? 0;

/** Answers question `n` rightly, by the fields of its form. */
function answer(given: Session, n: number): Session {
	const { view } = step(given, { n: String(n) });
	if (view.kind !== 'question') throw new Error(`question ${n} is not asked`);
	const question = find(view.question.id);
	const response = rightResponse(question);
	// The compact text of a quiz of one question is what the form leads to.
	return {
		...given,
		picks: given.picks.map((pick, i) =>
			i === n - 1 ? { ...pick, answer: encodeResponse(response, question) || '0' } : pick
		)
	};
}

describe('a session', () => {
	it('of a newcomer is five questions beside at most two paragraphs of the first article', () => {
		expect(session.picks).toHaveLength(5);
		expect(session.fresh).toEqual({ [pack.slug]: [1, 2] });
		for (let n = 1; n <= 5; n++)
			expect(paragraphsOf(step(session, { n: String(n) }))).toBeLessThanOrEqual(2);
	});

	it('shows beside a question every sentence that its key cites', () => {
		for (const [i, { id }] of session.picks.entries()) {
			const { view } = step(session, { n: String(i + 1) });
			const shown = view.article.blocks.flatMap((block) =>
				block.kind === 'paragraph' ? block.sentences.map(({ n }) => n) : []
			);
			expect(shown).toEqual(expect.arrayContaining(keySentences(find(id))));
		}
	});

	it('explains words only where they are shown', () => {
		const { view } = step(session, { n: '1' });
		const shown = view.article.blocks.flatMap((block) =>
			block.kind === 'paragraph' ? block.sentences.map(({ n }) => n) : []
		);
		expect(pack.glossary.length).toBeGreaterThan(view.article.glossary?.length ?? 0);
		for (const { sentence } of view.article.glossary ?? []) expect(shown).toContain(sentence);
	});

	it('shows the whole article when asked, and beside every explanation', () => {
		expect(paragraphsOf(step(session, { n: '1' }, true))).toBe(all);
		expect(paragraphsOf(step(answer(session, 1), { n: '1' }))).toBe(all);
	});

	it('tells nothing of a key before the answer', () => {
		const { view } = step(session, { n: '1' });
		expect(JSON.stringify(view)).not.toContain('"why"');
	});

	it('marks an answer from the form once, and keeps the first one', () => {
		const at = session.picks.findIndex(({ id }) => find(id).kind === 'choice');
		const question = find(session.picks[at]?.id ?? '');
		if (question.kind !== 'choice') throw new Error('no choice');
		const n = String(at + 1);
		const first = step(session, { n, do: 'check', r: question.key, sure: '3' });
		expect(first.marked).toMatchObject({ certainty: 3, score: { full: true } });
		expect(first.view.kind).toBe('explanation');
		expect(sessionSlots(first.session)[at]).toBe('answered');
		const again = step(first.session, { n, do: 'check', r: 'zzz' });
		expect(again.marked).toBeUndefined();
		expect(again.session).toBe(first.session);
	});

	it('goes on to the next question after a skip, and counts what is left at the end', () => {
		const { view, session: after } = step(session, { n: '1', do: 'skip' });
		expect(view).toMatchObject({ kind: 'question', n: 2 });
		expect(sessionSlots(after)[0]).toBe('skipped');
		const end = step(after, { n: '6' }).view;
		expect(end).toMatchObject({ kind: 'left-open', open: [1, 2, 3, 4, 5] });
	});

	it('is done when all is answered, and lists what became of each', () => {
		let after = session;
		for (let n = 1; n <= 5; n++) after = answer(after, n);
		expect(step(after, { n: '6' }).view.kind).toBe('done');
		const lines = sessionLines(packs, after);
		expect(lines.map(({ n, outcome }) => [n, outcome])).toEqual(
			[1, 2, 3, 4, 5].map((n) => [n, 'right'])
		);
	});

	it('leads everywhere by its own address, without the answers', () => {
		const { view } = step(answer(session, 1), { n: '1' });
		expect(view).toMatchObject({ path: '/study', quiz: '', answers: '' });
	});

	it('refuses a question that is no longer there', () => {
		const gone = {
			...session,
			picks: session.picks.map((pick) => ({ ...pick, version: 'older' }))
		};
		expect(() => step(gone, { n: '1' })).toThrow('questions-gone');
	});
});

describe('what a question takes', () => {
	it('is the whole text where no sentence settles it', () => {
		const question = pack.bank.find(({ kind }) => kind === 'choice');
		if (question?.kind !== 'choice') throw new Error('no choice');
		const options = question.options.map((option) => ({
			...option,
			cite: { kind: 'whole' as const, quotes: [] as [] }
		}));
		const [alone] = readablePack({ ...pack, bank: [{ ...question, options }] }).questions;
		expect(alone?.needs).toHaveLength(all);
	});

	it('is a paragraph or more of the article for every question of the bank', () => {
		for (const { needs } of library[0]?.questions ?? []) {
			expect(needs.length).toBeGreaterThan(0);
			expect(needs.every((n) => n >= 1 && n <= all)).toBe(true);
		}
	});

	it('is never a single paragraph where a sentence is to be tapped and more was read', () => {
		const tapping = library[0]?.questions.find(
			({ kind, needs }) => kind === 'select' && needs.length === 1
		);
		if (!tapping) throw new Error('nothing to tap');
		const made = makeSession(
			{
				picks: [{ slug: pack.slug, id: tapping.id, item: 'i', review: true }],
				fresh: new Map(),
				allRead: false
			},
			library,
			new Map([[pack.slug, new Set([1, 2, 3, 4])]]),
			{ id: 'x', at: 0, day: '2026-09-01' }
		);
		expect(made.picks[0]?.paragraphs?.length).toBeGreaterThanOrEqual(4);
		expect(article.sentences.length).toBeGreaterThan(20);
	});
});
