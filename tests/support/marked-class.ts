// A small class whose marks are worked out by hand: five learners, three assignments, every kind that has
// parts, a dropped question, an excused learner, a pair, and the best of two attempts.

import { newId } from '../../src/lib/server/store/ids.ts';
import { insertOverride } from '../../src/lib/server/store/grade.ts';
import type { Db } from '../../src/lib/server/store/store.ts';
import { insertExcused } from '../../src/lib/server/store/assignment.ts';
import type { Response } from '../../src/lib/questions/response.ts';
import type { Question } from '../../src/lib/questions/schema.ts';
import { presets } from '../../src/lib/taking/policy.ts';
import { NOW } from './engines.ts';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	submitAttempt,
	thePack,
	wrongResponse
} from './school.ts';

/** The first question of the pack that fits. */
function find(fits: (question: Question) => boolean, but: readonly string[] = []): Question {
	const found = thePack().bank.find((question) => !but.includes(question.id) && fits(question));
	if (!found) throw new Error('the first pack has no such question');
	return found;
}

/** One right and one wrong of two keys and five options: 1/2 − 1/3 = 1/6. */
function oneOfEach(question: Question): Response {
	if (question.kind !== 'multiple') throw new Error('not a multiple');
	const wrong = question.options.find(({ id }) => !question.keys.includes(id));
	return { kind: 'multiple', options: [question.keys[0] ?? '', wrong?.id ?? ''] };
}

/** So many rows right, the others wrong. */
function rows(question: Question, right: number): Response {
	if (question.kind !== 'match') throw new Error('not a match');
	const columns = question.rows.map(({ id, key }, i) => {
		const other = question.columns.find((column) => column.id !== key);
		return [id, i < right ? key : (other?.id ?? '')];
	});
	return { kind: 'match', columns: Object.fromEntries(columns) as Record<string, string> };
}

/** The first two swapped: of six pairs five are in order and one is not. */
function swapped(question: Question): Response {
	if (question.kind !== 'order') throw new Error('not an order');
	const [a = '', b = '', ...rest] = question.key;
	return { kind: 'order', items: [b, a, ...rest] };
}

function taps(question: Question, count: number): Response {
	if (question.kind !== 'select') throw new Error('not a select');
	const [set = []] = question.accepted;
	return { kind: 'select', sentences: set.slice(0, count) };
}

/** The right option and a sentence that proves nothing; or the other way round. */
function half(question: Question, part: 'answer' | 'evidence'): Response {
	if (question.kind !== 'two-part') throw new Error('not two-part');
	const wrong = question.options.find(({ id }) => id !== question.key);
	const accepted = question.accepted.flat();
	const idle = question.sentences.find(({ sentence }) => !accepted.includes(sentence));
	return part === 'answer'
		? { kind: 'two-part', option: question.key, sentences: [idle?.sentence ?? 0] }
		: { kind: 'two-part', option: wrong?.id ?? '', sentences: question.accepted[0] ?? [] };
}

function words(question: Question, right: number, wrong: number): Response {
	if (question.kind !== 'altered') throw new Error('not altered');
	const altered = question.tokens.filter(({ original }) => original !== undefined);
	const others = question.tokens.filter(({ original }) => original === undefined);
	return {
		kind: 'altered',
		tokens: [...altered.slice(0, right), ...others.slice(0, wrong)].map(({ id }) => id)
	};
}

/**
 * Makes it. What each learner brings is said where it is given; the marks that follow are in
 * gradebook.test.ts.
 */
export async function makeMarkedClass(db: Db) {
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const [ada, ben, cem, dee, eve] = [
		await makeLearner(db, group.id, 'Ada'),
		await makeLearner(db, group.id, 'Ben'),
		await makeLearner(db, group.id, 'Cem'),
		await makeLearner(db, group.id, 'Dee'),
		await makeLearner(db, group.id, 'Eve')
	];

	const choice = find(({ kind }) => kind === 'choice');
	const multiple = find(
		(one) => one.kind === 'multiple' && one.keys.length === 2 && one.options.length === 5
	);
	const match = find((one) => one.kind === 'match' && one.rows.length === 4);
	const verdict = find(({ kind }) => kind === 'verdict');
	const order = find((one) => one.kind === 'order' && one.items.length === 4);
	const select = find((one) => one.kind === 'select' && one.pick === 2);
	const twoPart = find((one) => one.kind === 'two-part' && one.pick === 1);
	const altered = find(
		(one) =>
			one.kind === 'altered' &&
			one.tokens.filter(({ original }) => original !== undefined).length === 2
	);

	const assign = (title: string, questions: readonly Question[], more = {}, at = 0) =>
		makeAssignment(db, teacher, [group.id], {
			title,
			wish: { picked: questions.map(({ id }) => id) },
			dates: { opens_at: NOW + at },
			...more
		});
	const first = await assign('First', [choice, multiple, match, verdict]);
	const second = await assign('Second', [order, select, twoPart], { attempts_allowed: 2 }, 1);
	const third = await assign('Third', [altered, choice, verdict], {}, 2);
	if (second.policy.counts !== presets.lesson.policy.counts) throw new Error('not the best');

	/** An attempt with an answer at each place; undefined: not reached, null: skipped. */
	async function take(
		assignmentId: string,
		learnerId: string,
		answers: readonly (Response | null | undefined)[],
		given: { n?: number; partner_id?: string; open?: boolean } = {}
	) {
		const { n = 1, partner_id = null, open = false } = given;
		const made = await makeAttempt(db, assignmentId, learnerId, {
			n,
			partner_id,
			started_at: NOW + n
		});
		for (const [i, answer] of answers.entries())
			if (answer !== undefined) await giveAnswer(db, made.attempt.id, i, answer);
		if (!open) await submitAttempt(db, made.attempt.id);
		return made.attempt.id;
	}
	const right = rightResponse;

	const attempts = {
		ada: await take(first.id, ada.id, [choice, multiple, match, verdict].map(right)),
		ben: await take(first.id, ben.id, [
			right(choice),
			oneOfEach(multiple),
			rows(match, 3),
			wrongResponse(verdict)
		]),
		pair: await take(
			first.id,
			cem.id,
			[wrongResponse(choice), right(multiple), rows(match, 2), null],
			{ partner_id: dee.id }
		)
	};
	await insertExcused(db, { assignment_id: first.id, learner_id: eve.id, created_at: NOW });

	await take(second.id, ada.id, [swapped(order), taps(select, 1), half(twoPart, 'answer')]);
	await take(second.id, ada.id, [null, taps(select, 2), null], { n: 2 });
	await take(second.id, ben.id, []);
	await take(second.id, ben.id, [undefined, taps(select, 2), half(twoPart, 'evidence')], { n: 2 });
	await take(second.id, cem.id, [null, null, null]);
	await take(second.id, dee.id, [swapped(order)], { open: true });

	await take(third.id, ada.id, [words(altered, 1, 0), right(choice), right(verdict)]);
	await take(third.id, ben.id, [words(altered, 2, 1), wrongResponse(choice), right(verdict)]);
	await take(third.id, dee.id, [right(altered), right(choice), wrongResponse(verdict)]);
	await take(third.id, eve.id, [null, wrongResponse(choice), right(verdict)]);

	return {
		teacher,
		group,
		learners: { ada, ben, cem, dee, eve },
		assignments: { first, second, third },
		attempts,
		questions: { choice, multiple, match, verdict, order, select, twoPart, altered }
	};
}

/** Stores a decision from the side; who regrades goes through `regrade`. */
export const decide = (
	db: Db,
	assignmentId: string,
	questionVersionId: string,
	teacherId: string,
	action: Parameters<typeof insertOverride>[1]['action'],
	at = NOW
) =>
	insertOverride(db, {
		id: newId(),
		assignment_id: assignmentId,
		question_version_id: questionVersionId,
		action,
		reason: 'Decided',
		teacher_id: teacherId,
		created_at: at
	});
