// The way through a quiz on the first pack, as addresses and forms drive it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formFromResponse, type Response } from '../../src/lib/questions/response.ts';
import { encodeResponse } from '../../src/lib/questions/response-text.ts';
import type { Question } from '../../src/lib/questions/schema.ts';
import { markedSkills, skills } from '../../src/lib/questions/skills.ts';
import { keyResponse } from '../../src/lib/questions/testing.ts';
import { areSiblings, drawQuestions, parseWish, type Wish } from '../../src/lib/study/draw.ts';
import { resultFrom } from '../../src/lib/study/result.ts';
import { sheetFrom } from '../../src/lib/study/sheet.ts';
import { stepFrom } from '../../src/lib/study/step.ts';
import { issueTicket, ticketParams } from '../../src/lib/study/ticket.ts';
import { Trouble } from '../../src/lib/study/trouble.ts';
import type { StepView } from '../../src/lib/study/view.ts';
import { firstPack } from '../support/pack.ts';

const pack = firstPack();
const byId = new Map(pack.bank.map((question) => [question.id, question]));
const seeds = Array.from({ length: 200 }, (_, i) => `seed${String(i)}`);

const ticket = (wish: Wish, seed = 'abc123') => issueTicket(pack, wish, seed, 'open');
const full = ticketParams(ticket({ draw: 'full' }));

const step = (quiz: string, fields: [string, string][] = []): StepView =>
	stepFrom(pack, new URLSearchParams([...new URLSearchParams(quiz), ...fields]));

/** The question that a view asks, with its key. */
function asked(view: StepView): Question {
	const question = 'question' in view ? byId.get(view.question.id) : undefined;
	if (!question) throw new Error(`no question in a view of kind ${view.kind}`);
	return question;
}

/** Submits a response to question `n`, as the form does. */
function submit(quiz: string, n: number, answers: string, response: Response, sure?: string) {
	return step(quiz, [
		['n', String(n)],
		['a', answers],
		...formFromResponse(response),
		...(sure === undefined ? [] : [['sure', sure] as [string, string]]),
		['do', 'check']
	]);
}

/** Answers every question of a quiz with its key. */
function takeAll(quiz: string): string {
	let view = step(quiz);
	for (let n = 1; n <= view.slots.length; n++) {
		view = step(quiz, [
			['n', String(n)],
			['a', view.answers]
		]);
		view = submit(quiz, n, view.answers, keyResponse(asked(view)), '3');
	}
	return view.answers;
}

describe('drawing a quiz', () => {
	it('gives the same questions in the same order for the same seed', () => {
		for (const seed of seeds.slice(0, 20))
			expect(drawQuestions(pack.bank, { draw: 'full' }, seed)).toEqual(
				drawQuestions([...pack.bank], { draw: 'full' }, seed)
			);
	});

	it('asks one question for each of the twelve marked skills in a full quiz, then leave the page', () => {
		for (const seed of seeds) {
			const drawn = drawQuestions(pack.bank, { draw: 'full' }, seed).map(({ skill }) => skill);
			expect(drawn.at(-1)).toBe('leave-the-page');
			expect(drawn.slice(0, -1).sort()).toEqual([...markedSkills].sort());
		}
	});

	it('asks three verdicts in a full quiz, and every key comes up at every place over many seeds', () => {
		const seen = new Set<string>();
		for (const seed of seeds) {
			const verdicts = drawQuestions(pack.bank, { draw: 'full' }, seed).filter(
				(question) => question.kind === 'verdict'
			);
			expect(verdicts).toHaveLength(3);
			verdicts.forEach(({ key }, i) => seen.add(`${String(i)} ${key}`));
		}
		expect(seen.size).toBe(9);
	});

	it('never lets two siblings meet in one quiz, whatever is wished for', () => {
		const wishes = ['quick', 'full', ...skills.map((skill) => `skill:${skill}`), 'kind:choice'];
		for (const wish of wishes.map((text) => parseWish(text)))
			for (const seed of seeds.slice(0, 40)) {
				const drawn = wish ? drawQuestions(pack.bank, wish, seed) : [];
				expect(drawn.length).toBeGreaterThan(0);
				for (const one of drawn)
					for (const other of drawn)
						expect(one !== other && areSiblings(one, other), `${one.ref} ${other.ref}`).toBe(false);
			}
	});

	it('has at least three questions for every skill that is practised by itself', () => {
		for (const skill of skills)
			for (const seed of seeds.slice(0, 40))
				expect(
					drawQuestions(pack.bank, { draw: 'skill', skill }, seed).length,
					skill
				).toBeGreaterThanOrEqual(3);
	});

	it('asks five questions on five skills in a quick quiz', () => {
		for (const seed of seeds) {
			const drawn = drawQuestions(pack.bank, { draw: 'quick' }, seed);
			expect(new Set(drawn.map(({ skill }) => skill)).size).toBe(5);
		}
	});

	it('takes a varied quiz: at least five kinds of question in a full one', () => {
		for (const seed of seeds)
			expect(
				new Set(drawQuestions(pack.bank, { draw: 'full' }, seed).map(({ kind }) => kind)).size
			).toBeGreaterThanOrEqual(5);
	});

	it('refuses a wish that it does not know', () => {
		for (const text of ['skill:flying', 'kind:', 'kind:evidence', 'everything'])
			expect(parseWish(text)).toBeUndefined();
	});
});

describe('a step of a quiz', () => {
	it('shows the first question, and nothing of its key or its reasons', () => {
		for (const seed of seeds.slice(0, 60)) {
			const view = step(ticketParams(ticket({ draw: 'full' }, seed)));
			expect(view.kind).toBe('question');
			const text = JSON.stringify('question' in view ? view.question : null);
			expect(text).not.toMatch(/"(why|cite|key|keys|right|accepted|original|ref|facts)"/u);
		}
	});

	it('marks an answer, explains it, and remembers it in a compact form', () => {
		const question = asked(step(full));
		const view = submit(full, 1, '', keyResponse(question));
		expect(view.kind).toBe('explanation');
		if (view.kind !== 'explanation') return;
		expect(view.explanation.outcome).toBe('right');
		expect(view.answers).toBe(encodeResponse(keyResponse(question), question));
		expect(view.slots[0]).toBe('answered');
	});

	it('keeps the first answer when another is sent for the same question', () => {
		const quiz = ticketParams(ticket({ draw: 'kind', kind: 'verdict' }));
		const first = submit(quiz, 1, '', { kind: 'verdict', option: 'stated' });
		const second = submit(quiz, 1, first.answers, { kind: 'verdict', option: 'contradicted' });
		expect(second.answers).toBe(first.answers);
	});

	it('leaves a skipped question open, goes on, and offers it again before the end', () => {
		const total = step(full).slots.length;
		let view = step(full, [
			['n', '1'],
			['do', 'skip']
		]);
		expect(view.kind === 'question' && view.n).toBe(2);
		for (let n = 2; n <= total; n++)
			view = submit(
				full,
				n,
				view.answers,
				keyResponse(
					asked(
						step(full, [
							['n', String(n)],
							['a', view.answers]
						])
					)
				)
			);
		const end = step(full, [
			['n', String(total + 1)],
			['a', view.answers]
		]);
		expect(end.kind === 'left-open' && end.open).toEqual([1]);
	});

	it('says what to mend when nothing was chosen, and marks nothing', () => {
		const view = step(full, [
			['n', '1'],
			['do', 'check']
		]);
		expect(view.kind === 'question' && view.notice).toMatch(/choose/iu);
		expect(view.slots[0]).toBe('unseen');
	});

	it('compares a plan that has none of the checks, and remembers that it was compared', () => {
		const quiz = ticketParams(ticket({ draw: 'kind', kind: 'leave' }));
		const view = step(quiz, [
			['n', '1'],
			['do', 'check']
		]);
		expect(view.kind).toBe('explanation');
		const again = step(quiz, [
			['n', '1'],
			['a', view.answers]
		]);
		expect(again).toEqual(view);
	});

	it('says that a sentence settles the answer only where its citation says so', () => {
		for (const question of byId.values()) {
			if (!('rows' in question)) continue;
			const quiz = ticketParams({ ...ticket({ draw: 'quick' }), ids: [question.id] });
			const view = submit(quiz, 1, '', keyResponse(question));
			if (view.kind !== 'explanation') throw new Error('an answer is explained');
			const settling = question.rows.flatMap(({ cite }) =>
				cite.kind === 'settles' ? cite.quotes.map(({ sentence }) => sentence) : []
			);
			expect(new Set(view.explanation.settledIn), question.ref).toEqual(new Set(settling));
		}
	});

	it('refuses an option, a sentence or a word that the question does not have', () => {
		for (let n = 1; n <= 13; n++) {
			const view = step(full, [
				['n', String(n)],
				['r', '999'],
				['e', '999'],
				['do', 'check']
			]);
			expect(view.kind).toBe('question');
			expect(view.slots[n - 1]).toBe('unseen');
		}
	});

	it('comes back from its own address: the same parameters give the same step', () => {
		const question = asked(step(full));
		const view = submit(full, 1, '', keyResponse(question), '2');
		const again = step(full, [
			['n', '1'],
			['a', view.answers]
		]);
		expect(again).toEqual(view);
	});

	it('closes the article in a quiz from memory, but for stems that name sentences by number', () => {
		const all = [...byId.values()].map(({ id }) => id);
		const closed = new Set<boolean>();
		for (const id of all) {
			const quiz = ticketParams({ ...ticket({ draw: 'quick' }), ids: [id], mode: 'memory' });
			const view = step(quiz);
			if (view.kind !== 'question') throw new Error('the first step asks');
			expect(view.articleOpen).toBe(/sentences? \d/iu.test(view.question.stem));
			closed.add(view.articleOpen);
		}
		expect(closed.size).toBe(2);
	});

	it('never throws anything but trouble, whatever the address holds', () => {
		const name = fc.constantFrom('v', 'q', 's', 'm', 'n', 'a', 'r', 'e', 'do', 'sure', 'r.a', 'x');
		fc.assert(
			fc.property(fc.array(fc.tuple(name, fc.string())), (fields) => {
				try {
					stepFrom(pack, new URLSearchParams(fields));
					resultFrom(pack, new URLSearchParams(fields));
				} catch (caught) {
					expect(caught).toBeInstanceOf(Trouble);
				}
			})
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(name, fc.string())), fc.string(), (fields, answers) => {
				const rest = fields.filter(([field]) => !'vqsm'.includes(field));
				const view = step(full, [['a', answers], ...(rest as [string, string][])]);
				expect(view.slots).toHaveLength(13);
			})
		);
	});

	it('says that its questions are gone when the link names another version', () => {
		const params = new URLSearchParams(full);
		params.set('v', 'fffffffff0');
		expect(() => stepFrom(pack, params)).toThrow('questions-gone');
	});
});

describe('the result of a quiz', () => {
	it('gives full marks for a full key, the maximum 12 and one more for each two-part question', () => {
		for (const seed of seeds.slice(0, 30)) {
			const quiz = ticketParams(ticket({ draw: 'full' }, seed));
			const view = resultFrom(pack, new URLSearchParams(`${quiz}&a=${takeAll(quiz)}`));
			expect(view.points).toBe(String(view.max));
			expect(view.max).toBeGreaterThanOrEqual(12);
			expect(view.counts).toEqual({ right: 12, partly: 0, wrong: 0, skipped: 0, unseen: 0 });
			expect(view.missed).toBeNull();
		}
	});

	it('offers other questions on the same skills, none of them among those that were asked', () => {
		for (const seed of seeds.slice(0, 30)) {
			const first = ticket({ draw: 'full' }, seed);
			const view = resultFrom(pack, new URLSearchParams(ticketParams(first)));
			const ids = new URLSearchParams(view.fresh ?? '').get('q')?.split('.') ?? [];
			expect(ids.length).toBeGreaterThanOrEqual(12);
			expect(ids.filter((id) => first.ids.includes(id))).toEqual([]);
		}
	});

	it('offers exactly the questions that were missed, mixed anew', () => {
		const quiz = ticketParams(ticket({ draw: 'kind', kind: 'verdict' }));
		const { answers } = submit(quiz, 1, '', keyResponse(asked(step(quiz))));
		const view = resultFrom(pack, new URLSearchParams(`${quiz}&a=${answers}`));
		const all = new URLSearchParams(quiz).get('q')?.split('.') ?? [];
		expect(new URLSearchParams(view.missed ?? '').get('q')?.split('.')).toEqual(all.slice(1));
	});

	it('shows the certainty bonus from ten rated answers on, and not before', () => {
		const quiz = ticketParams(ticket({ draw: 'full' }));
		const view = resultFrom(pack, new URLSearchParams(`${quiz}&a=${takeAll(quiz)}`));
		expect(view.calibration.bonus === null).toBe(view.calibration.rated < 10);
		expect(view.calibration.accuracy).toBe(100);
	});
});

describe('the printed sheet of a quiz', () => {
	it('holds every question with its key, and no answer that an address carries', () => {
		const quiz = ticketParams(ticket({ draw: 'full' }));
		const sheet = sheetFrom(pack, new URLSearchParams(`${quiz}&a=${takeAll(quiz)}`));
		expect(sheet.questions).toHaveLength(13);
		for (const { explanation } of sheet.questions)
			for (const { reasons } of explanation.groups)
				for (const { picked } of reasons) expect(picked).toBe(false);
	});
});
