import fc from 'fast-check';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { Sending } from '../schemas.ts';
import { ANSWERS_AT_ONCE } from '../limits.ts';
import {
	mayBeWiped,
	rowFor,
	sendingOf,
	settle,
	unsentFile,
	waitAfter,
	whereabouts,
	withWaiting
} from './rows.ts';
import { question, row, sheet, slot, state } from './testing.ts';

const questions = [question('q0'), question('q1'), question('q2')];
const given = { position: 1, fields: [['r', 'b']] as [string, string][], certainty: null };

describe('a new answer', () => {
	it('is above everything that the server and this device have of its question', () => {
		const known = sheet({ state: state({ slots: [slot(), slot({ revision: 4 }), slot()] }) });
		const mark = { op: 'new', at: 9 };
		expect(rowFor(known, [], given, mark).answer.revision).toBe(5);
		expect(rowFor(known, [row('x', 1, 7), row('y', 0, 20)], given, mark).answer.revision).toBe(8);
	});

	it('carries its attempt’s own token and whose it is', () => {
		expect(rowFor(sheet(), [], given, { op: 'new', at: 9 })).toMatchObject({
			attempt: 'attempt',
			token: 'token',
			learner: 'owl',
			refused: null
		});
	});
});

describe('what is shown', () => {
	it('is the server’s word with the answers on top that it has not acknowledged', () => {
		const word = state({
			slots: [slot({ revision: 1, response: { kind: 'choice', option: 'b' } }), slot(), slot()]
		});
		const shown = withWaiting(word, questions, [row('x', 1)]);
		expect(shown.slots.map(({ response }) => response)).toEqual([
			{ kind: 'choice', option: 'b' },
			{ kind: 'choice', option: 'a' },
			null
		]);
	});

	it('tells nothing about an answer that only this device has', () => {
		const told = slot({ revision: 1, feedback: { level: 'score', points: '1', max: 1 } });
		const shown = withWaiting(state({ slots: [told] }), questions, [row('x', 0, 2)]);
		expect(shown.slots[0]?.feedback).toBeNull();
	});

	it('is the newest of several answers to one question, in whatever order they lie', () => {
		const newer = row('y', 0, 3);
		newer.answer.fields = [['r', 'b']];
		for (const rows of [
			[row('x', 0, 2), newer],
			[newer, row('x', 0, 2)]
		])
			expect(withWaiting(state(), questions, rows).slots[0]?.response).toEqual({
				kind: 'choice',
				option: 'b'
			});
	});

	it('leaves a refused answer out, and one that the server has overtaken', () => {
		const word = state({ slots: [slot({ revision: 5 }), slot(), slot()] });
		const rows = [row('x', 0, 4), row('y', 1, 1, { refused: 'over' })];
		expect(withWaiting(word, questions, rows)).toEqual(word);
	});

	it('is skipped where a waiting answer has no fields', () => {
		const skip = row('x', 0);
		skip.answer.fields = [];
		expect(withWaiting(state(), questions, [skip]).slots[0]).toMatchObject({
			response: null,
			skipped: true,
			revision: 1
		});
	});
});

describe('a sending', () => {
	const how = { token: 'token', handedIn: false, sentAt: 99 };

	it('is one that the server reads', () => {
		const op = '0123456789abcdefghij';
		const sending = sendingOf([row(op, 0)], how);
		expect(parse(Sending, sending)).toEqual(sending);
	});

	it('never has a refused answer', () => {
		expect(sendingOf([row('x', 0, 1, { refused: 'over' })], how).answers).toEqual([]);
	});

	it('hands in only when nothing waits behind it', () => {
		const many = Array.from({ length: ANSWERS_AT_ONCE + 1 }, (_, i) => row(`x${String(i)}`, 0, i));
		const first = sendingOf(many, { ...how, handedIn: true });
		expect([first.answers.length, first.submit]).toEqual([ANSWERS_AT_ONCE, false]);
		expect(sendingOf(many.slice(0, 2), { ...how, handedIn: true }).submit).toBe(true);
	});
});

describe('a receipt', () => {
	it('lets go only what is stored; what is refused stays with the reason, the unnamed waits', () => {
		expect(
			settle({
				answers: [
					{ op: 'a', stored: true, counts: false, late: false },
					{ op: 'b', stored: false, why: 'over' }
				]
			})
		).toEqual({ gone: ['a'], refused: [{ op: 'b', why: 'over' }] });
	});

	it('wipes the device only after submission, and only when nothing waits', () => {
		expect(mayBeWiped(state(), [])).toBe(false);
		expect(mayBeWiped(state({ state: 'submitted' }), [row('x', 0)])).toBe(false);
		expect(mayBeWiped(state({ state: 'submitted' }), [row('x', 0, 1, { refused: 'over' })])).toBe(
			true
		);
	});
});

describe('the wait until the next try', () => {
	it('grows, is never shorter than the server asked for, and has an end', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 2000 }),
				fc.option(fc.integer({ min: 0, max: 3_600_000 })),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(failures, asked, chance) => {
					const wait = waitAfter(failures, asked, chance);
					expect(wait).toBeGreaterThanOrEqual(asked ?? 0);
					expect(wait).toBeGreaterThanOrEqual(1000);
					expect(wait).toBeLessThanOrEqual(Math.max(asked ?? 0, 60_000) + 30_000);
					expect(waitAfter(failures + 1, asked, chance)).toBeGreaterThanOrEqual(wait);
				}
			)
		);
	});
});

describe('where the answers are', () => {
	const calm = { handedIn: false, failing: false, stored: true };

	it('is saved only when the server has acknowledged every one', () => {
		expect(whereabouts([], calm)).toBe('saved');
		expect(whereabouts([row('x', 0)], calm)).toBe('saving');
		expect(whereabouts([], { ...calm, handedIn: true })).toBe('saving');
	});

	it('is this device or this page while they cannot be sent', () => {
		const failing = { ...calm, failing: true };
		expect(whereabouts([row('x', 0)], failing)).toBe('kept');
		expect(whereabouts([row('x', 0)], { ...failing, stored: false })).toBe('in-memory');
	});
});

it('a file of unsent answers has the refused ones too, in the order in which they were given', () => {
	const rows = [row('b', 1, 2), row('a', 0, 1, { refused: 'over' })];
	const file = unsentFile(rows, { id: 'attempt', token: 'token', handedIn: true }, 50);
	expect(file).toMatchObject({ attempt: 'attempt', token: 'token', sentAt: 50, submit: true });
	expect(file.answers.map(({ op }) => op)).toEqual(['a', 'b']);
});
