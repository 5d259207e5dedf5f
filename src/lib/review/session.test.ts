import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueItems, studied } from './items.ts';
import type { LogRow } from './log.ts';
import { DAY } from './memory.ts';
import { chooseSession, interleave, type Askable, type Readable } from './session.ts';
import { dayOf, library, NOW, row, skills } from './testing.ts';

const none = studied([], NOW);
const choose = (given: Partial<Parameters<typeof chooseSession>[0]> = {}) =>
	chooseSession({ library: library(3), state: none, now: NOW, length: 5, skills, ...given });

const find = (books: readonly Readable[], slug: string, id: string): Askable => {
	const found = books
		.flatMap(({ questions }) => questions)
		.find((q) => q.slug === slug && q.id === id);
	if (!found) throw new Error(`no question ${slug}/${id}`);
	return found;
};

/** Answers what a session asks, as the app writes it down. */
function answered(
	books: readonly Readable[],
	picks: ReturnType<typeof chooseSession>['picks'],
	log: LogRow[],
	at: number,
	isRight: (question: Askable) => boolean
): void {
	for (const [i, { slug, id, item, review }] of picks.entries()) {
		const { kind, skill, facts } = find(books, slug, id);
		const full = isRight(find(books, slug, id));
		log.push(
			row({
				seq: log.length + 1,
				at: at + i * 40_000,
				day: dayOf(at),
				slug,
				question: id,
				kind,
				skill,
				facts: [...facts],
				item,
				full,
				certainty: 2,
				again: review
			})
		);
	}
}

describe('a session', () => {
	it('of a newcomer asks five new questions from the first two paragraphs of one article', () => {
		const books = library(3);
		const { picks, fresh } = choose({ library: books });
		expect(picks).toHaveLength(5);
		expect(picks.every(({ review }) => !review)).toBe(true);
		expect([...fresh]).toEqual([['a1', [1, 2]]]);
		for (const { slug, id } of picks)
			expect(Math.max(...find(books, slug, id).needs)).toBeLessThanOrEqual(2);
	});

	it('begins with the article whose beginning holds enough, so that two paragraphs do', () => {
		const [thin, ...full] = library(3);
		if (!thin) throw new Error('no article');
		const questions = thin.questions.filter(({ facts }) => facts[0]?.endsWith('f0'));
		const { picks, fresh } = choose({ library: [{ ...thin, questions }, ...full] });
		expect(picks).toHaveLength(5);
		expect([...fresh]).toEqual([['a2', [1, 2]]]);
	});

	it('takes one more paragraph at a time where two hold too few questions', () => {
		const books = library(1).map((book) => ({
			...book,
			questions: book.questions.filter(({ facts }) => facts[0]?.endsWith('f0'))
		}));
		const { picks, fresh } = choose({ library: books });
		expect(picks).toHaveLength(5);
		expect(fresh.get('a1')).toEqual([1, 2, 3, 4, 5]);
	});

	it('mixes skills, and takes the weakest first', () => {
		const { picks } = choose({ skills: ['s4', 's2', 's1', 's3', 's5'] });
		expect(picks.map(({ item }) => item.split('/')[2])).toEqual(['s4', 's2', 's1', 's3', 's5']);
	});

	it('asks what is due first, another question on the same fact', () => {
		const books = library(3);
		const log: LogRow[] = [];
		const first = choose({ library: books }).picks;
		answered(books, first, log, NOW, () => false);
		const later = NOW + 2 * DAY;
		const state = studied(log, later);
		const { picks } = choose({ library: books, state, now: later, length: 6 });
		const due = dueItems(state, later);
		expect(
			picks
				.slice(0, due.length)
				.map(({ item }) => item)
				.sort()
		).toEqual(due.map(({ key }) => key).sort());
		const asked = new Set(log.map(({ slug, question }) => `${slug}/${question}`));
		for (const pick of picks.filter(({ review }) => review)) {
			const siblings = books
				.flatMap(({ questions }) => questions)
				.filter(
					(q) => q.slug === pick.slug && pick.item === `${q.slug}/${q.facts[0] ?? ''}/${q.skill}`
				);
			if (siblings.length > 1) expect(asked).not.toContain(`${pick.slug}/${pick.id}`);
		}
	});

	it('asks the same skill on another sentence where a fact has no other question', () => {
		const question = (id: string, fact: string): Askable => ({
			slug: 'a',
			id,
			kind: 'choice',
			skill: 's1',
			facts: [fact],
			needs: [1]
		});
		const books: Readable[] = [
			{ slug: 'a', paragraphs: 1, questions: [question('q1', 'f1'), question('q2', 'f2')] }
		];
		const log = [row({ seq: 1, question: 'q1', full: false })];
		const later = NOW + 2 * DAY;
		const { picks } = choose({ library: books, state: studied(log, later), now: later });
		expect(picks[0]).toEqual({ slug: 'a', id: 'q2', item: 'a/f1/s1', review: true });
	});

	it('asks the very same question only where there is nothing else', () => {
		const books: Readable[] = [
			{
				slug: 'a',
				paragraphs: 1,
				questions: [{ slug: 'a', id: 'q1', kind: 'choice', skill: 's1', facts: ['f1'], needs: [1] }]
			}
		];
		const log = [row({ seq: 1, question: 'q1', full: false })];
		const later = NOW + 2 * DAY;
		const { picks } = choose({ library: books, state: studied(log, later), now: later });
		expect(picks.map(({ id }) => id)).toEqual(['q1']);
	});

	it('never holds a question twice or two about one fact, whatever was answered before', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 3, max: 20 }),
				fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
				(length, results) => {
					const books = library(2);
					const log: LogRow[] = [];
					let n = 0;
					for (let day = 0; day < 6; day++) {
						const now = NOW + day * DAY;
						const state = studied(log, now);
						const { picks } = choose({ library: books, state, now, length });
						expect(picks.length).toBeLessThanOrEqual(length);
						const facts = picks.map(
							({ slug, id }) => `${slug}/${find(books, slug, id).facts[0] ?? ''}`
						);
						expect(new Set(facts).size).toBe(facts.length);
						answered(books, picks, log, now, () => results[n++ % results.length] ?? true);
					}
				}
			),
			{ numRuns: 40 }
		);
	});

	it('is as long as wished after a gap of a year, whatever has become due', () => {
		const books = library(6);
		const log: LogRow[] = [];
		for (let day = 0; day < 30; day++) {
			const now = NOW + day * DAY;
			const { picks } = choose({ library: books, state: studied(log, now), now, length: 10 });
			answered(books, picks, log, now, ({ id }) => id.length % 2 === 0);
		}
		const later = NOW + 400 * DAY;
		const state = studied(log, later);
		expect(dueItems(state, later).length).toBeGreaterThan(5);
		expect(choose({ library: books, state, now: later }).picks).toHaveLength(5);
	});

	it('says when no paragraph is left unread, and asks on', () => {
		const books = library(1, 2);
		const { allRead, picks } = choose({ library: books });
		expect(allRead).toBe(true);
		expect(picks).toHaveLength(5);
		expect(choose({ library: library(1, 3) }).allRead).toBe(false);
		expect(choose({ library: [] })).toMatchObject({ picks: [], allRead: true });
	});
});

describe('a year, day by day', () => {
	/** Knows more of a skill the oftener it was asked; seeded, so that a failure can be looked at. */
	function learner(seed: number) {
		let state = seed;
		const practised = new Map<string, number>();
		return ({ skill }: Askable): boolean => {
			state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
			const n = practised.get(skill) ?? 0;
			practised.set(skill, n + 1);
			return state / 2_147_483_648 < 0.5 + 0.4 * (1 - 1 / (1 + n / 20));
		};
	}

	it.each([1, 2, 3])('the load stays bounded and nothing due is forgotten (learner %i)', (seed) => {
		const books = library(6);
		const log: LogRow[] = [];
		const isRight = learner(seed);
		let most = 0;
		/** Since when an item has been due. */
		const waiting = new Map<string, number>();
		let longest = 0;
		for (let day = 0; day < 365; day++) {
			const now = NOW + day * DAY;
			const state = studied(log, now);
			const { picks } = choose({ library: books, state, now });
			expect(picks.length).toBeLessThanOrEqual(5);
			const due = dueItems(state, now).map(({ key }) => key);
			most = Math.max(most, due.length);
			for (const key of due) {
				if (!waiting.has(key)) waiting.set(key, day);
				longest = Math.max(longest, day - (waiting.get(key) ?? day));
			}
			for (const { item } of picks) waiting.delete(item);
			answered(books, picks, log, now, isRight);
		}
		// New questions come only where fewer are due than a session holds.
		expect(most).toBeLessThanOrEqual(20);
		expect(longest).toBeLessThanOrEqual(7);
	});
});

describe('mixing', () => {
	it('keeps every one, and the first where it is', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('x', 'y', 'z')), (list) => {
				const mixed = interleave(list, (one) => one);
				expect(mixed.toSorted()).toEqual(list.toSorted());
				expect(mixed[0]).toBe(list[0]);
			})
		);
	});

	it('lets no two alike follow each other while another is left', () => {
		expect(interleave(['x', 'x', 'y', 'x', 'z'], (one) => one)).toEqual(['x', 'y', 'x', 'z', 'x']);
	});
});
