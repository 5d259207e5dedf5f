import { describe, expect, it } from 'vitest';
import { memoryLog } from './store.ts';
import { draftOf } from './row.ts';
import { logProfile } from './profile.ts';
import { firstPack } from '../../../../tests/support/pack.ts';
import { rightResponse } from '../../../../tests/support/school.ts';
import { isInvalid } from '../../scoring/outcome.ts';
import { scoreResponse, type MarkedAnswer } from '../../scoring/score.ts';
import type { Question } from '../../questions/schema.ts';

const pack = firstPack();
const time = { at: Date.UTC(2026, 8, 1, 12), day: '2026-09-01' };

function marked(question: Question, right: boolean): MarkedAnswer {
	const response = right ? rightResponse(question) : null;
	const score = scoreResponse(response, question);
	if (isInvalid(score)) throw new Error('not markable');
	return { question, response, certainty: 3, score, reached: true };
}
const ofKind = (kind: Question['kind']): Question => {
	const found = pack.bank.find((question) => question.kind === kind);
	if (!found) throw new Error(`no ${kind}`);
	return found;
};
const draft = (question: Question) => {
	const made = draftOf({
		slug: pack.slug,
		version: pack.version,
		marked: marked(question, true),
		...time
	});
	if (!made) throw new Error('no row');
	return made;
};

describe('a row of the log', () => {
	it('counts for the fact that leads its question, under its skill', () => {
		const question = ofKind('choice');
		expect(draft(question)).toMatchObject({
			question: question.id,
			item: `${pack.slug}/${question.facts[0] ?? ''}/${question.skill}`,
			points: [1, 1],
			max: 1,
			full: true,
			certainty: 3
		});
	});

	it('counts for what a review asked it for', () => {
		const made = draftOf({
			slug: pack.slug,
			version: pack.version,
			marked: marked(ofKind('choice'), true),
			item: 'other/fact/evidence',
			review: true,
			...time
		});
		expect(made).toMatchObject({ item: 'other/fact/evidence', review: true });
	});

	it('is not made of a question that was left open', () => {
		expect(
			draftOf({
				slug: pack.slug,
				version: pack.version,
				marked: marked(ofKind('choice'), false),
				...time
			})
		).toBeUndefined();
	});

	it('holds the key and the answer of a verdict, and whether the evidence was right', () => {
		const verdict = ofKind('verdict');
		expect(draft(verdict).verdict).toEqual([
			'key' in verdict ? verdict.key : '',
			'key' in verdict ? verdict.key : ''
		]);
		expect(draft(ofKind('two-part')).evidence).toBe(true);
	});
});

describe('a log in memory', () => {
	it('numbers its rows and knows a question that was answered before', async () => {
		const log = memoryLog(() => 'd');
		const one = await log.append(draft(ofKind('choice')));
		const two = await log.append(draft(ofKind('choice')));
		expect([one.id, two.id]).toEqual(['d-1', 'd-2']);
		expect([one.again, two.again]).toEqual([false, true]);
	});

	it('takes rows of another device in once', async () => {
		const log = memoryLog(() => 'd');
		const other = memoryLog(() => 'e');
		await other.append(draft(ofKind('choice')));
		await other.append(draft(ofKind('order')));
		expect(await log.add(await other.rows())).toBe(2);
		expect(await log.add(await other.rows())).toBe(0);
		expect(await log.rows()).toHaveLength(2);
	});

	it('forgets everything, and is another device afterwards', async () => {
		let n = 0;
		const log = memoryLog(() => `d${n++}`);
		await log.append(draft(ofKind('choice')));
		await log.clear();
		expect(await log.rows()).toEqual([]);
		expect((await log.append(draft(ofKind('choice')))).id).toBe('d1-1');
	});
});

describe('the profile of a log', () => {
	it('counts a two-part answer for its own skill and its tap for evidence', async () => {
		const log = memoryLog(() => 'd');
		const question = ofKind('two-part');
		await log.append(draft(question));
		const lines = logProfile(await log.rows());
		expect(lines.find(({ skill }) => skill === 'evidence')).toMatchObject({ answers: 1, max: 1 });
		expect(lines.find(({ skill }) => skill === question.skill)).toMatchObject({
			answers: 1,
			max: 2
		});
	});

	it('leaves out a skill that this release does not know', () => {
		const row = {
			v: 1,
			id: 'd-1',
			device: 'd',
			seq: 1,
			...draft(ofKind('choice')),
			again: false
		} as const;
		expect(
			logProfile([{ ...row, skill: 'mind-reading' }]).every(({ answers }) => answers === 0)
		).toBe(true);
	});
});
