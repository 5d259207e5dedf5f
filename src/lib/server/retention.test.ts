import { expect, it } from 'vitest';
import {
	giveAnswer,
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	submitAttempt
} from '../../../tests/support/school.ts';
import { describeOnBothEngines, NOW } from '../../../tests/support/engines.ts';
import { goneLine, purge, UNDO_DAYS } from './retention.ts';
import { newId } from './store/ids.ts';
import { insertSession } from './store/session.ts';
import type { Db } from './store/store.ts';
import type { Tables } from './store/tables.ts';

const DAY = 24 * 60 * 60 * 1000;
const none = {
	learners: 0,
	accounts: 0,
	classes: 0,
	assignments: 0,
	sessions: 0,
	links: 0,
	claims: 0,
	parcels: 0
};

const count = async (db: Db, table: keyof Tables): Promise<number> => {
	const { n } = await db
		.selectFrom(table)
		.select((select) => select.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return n;
};

/** How many rows each of the tables that hold a learner's data has. */
async function learnersData(db: Db): Promise<number[]> {
	const tables = ['learner', 'attempt', 'attempt_slot', 'response', 'grade'] as const;
	const counts: number[] = [];
	for (const table of tables) counts.push(await count(db, table));
	return counts;
}

/** A learner with a submitted attempt of the class's assignment. */
async function learnerWithWork(db: Db, classId: string, assignmentId: string, name: string) {
	const learner = await makeLearner(db, classId, name);
	const { attempt } = await makeAttempt(db, assignmentId, learner.id);
	await giveAnswer(db, attempt.id, 0, null);
	await submitAttempt(db, attempt.id);
	return { learner, attempt };
}

const override = (db: Db, assignmentId: string, teacherId: string) =>
	db
		.selectFrom('question_version')
		.select('id')
		.executeTakeFirstOrThrow()
		.then(({ id }) =>
			db
				.insertInto('scoring_override')
				.values({
					id: newId(),
					assignment_id: assignmentId,
					question_version_id: id,
					action: JSON.stringify({ v: 1, action: 'drop' }),
					reason: 'unclear',
					teacher_id: teacherId,
					created_at: NOW
				})
				.execute()
		);

describeOnBothEngines('a class that has ended', (open) => {
	it('loses its learners and all they did, after the days that are set and not before', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const ended = await makeClass(db, teacher, { ends_at: NOW });
		const running = await makeClass(db, teacher, { ends_at: NOW + DAY });
		const assignment = await makeAssignment(db, teacher, [ended.id, running.id]);
		await learnerWithWork(db, ended.id, assignment.id, 'Ada');
		await learnerWithWork(db, running.id, assignment.id, 'Ben');
		const before = await learnersData(db);

		expect(await purge(db, 30, NOW + 30 * DAY - 1)).toEqual(none);
		expect(await learnersData(db)).toEqual(before);

		expect(await purge(db, 30, NOW + 30 * DAY)).toEqual({ ...none, learners: 1 });
		expect(await learnersData(db)).toEqual(before.map((n) => n / 2));
		const [left] = await db.selectFrom('learner').select('nickname').execute();
		expect(left?.nickname).toBe('Ben');
		expect([await count(db, 'class'), await count(db, 'assignment')]).toEqual([2, 1]);
	});
});

describeOnBothEngines('a class that a teacher deleted', (open) => {
	it('goes after seven days, with its learners and the assignments that no other class has', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const gone = await makeClass(db, teacher, { deleted_at: NOW });
		const kept = await makeClass(db, teacher);
		const alone = await makeAssignment(db, teacher, [gone.id]);
		const shared = await makeAssignment(db, teacher, [gone.id, kept.id]);
		await override(db, alone.id, teacher.id);
		await override(db, shared.id, teacher.id);
		await learnerWithWork(db, gone.id, alone.id, 'Ada');
		await learnerWithWork(db, kept.id, shared.id, 'Ben');

		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY - 1)).toEqual(none);
		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY)).toEqual({
			...none,
			classes: 1,
			assignments: 1
		});
		expect(await db.selectFrom('class').select('id').execute()).toEqual([{ id: kept.id }]);
		expect(await db.selectFrom('assignment').select('id').execute()).toEqual([{ id: shared.id }]);
		expect([await count(db, 'learner'), await count(db, 'attempt')]).toEqual([1, 1]);
		expect([await count(db, 'scoring_override'), await count(db, 'assignment_class')]).toEqual([
			1, 1
		]);
	});
});

describeOnBothEngines('what a teacher removed', (open) => {
	it('a learner goes after seven days, and a pair’s work stays with the one who stays', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const assignment = await makeAssignment(db, teacher, [group.id]);
		const removed = await makeLearner(db, group.id, 'Ada', { removed_at: NOW });
		const stays = await makeLearner(db, group.id, 'Ben');
		const own = await makeAttempt(db, assignment.id, stays.id);
		const pair = await makeAttempt(db, assignment.id, removed.id, { partner_id: stays.id });
		const second = await makeAttempt(db, assignment.id, stays.id, {
			n: 2,
			partner_id: removed.id
		});

		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY - 1)).toEqual(none);
		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY)).toEqual({ ...none, learners: 1 });
		const rows = await db
			.selectFrom('attempt')
			.select(['id', 'learner_id', 'partner_id', 'n'])
			.orderBy('n')
			.execute();
		expect(rows).toEqual([
			{ id: own.attempt.id, learner_id: stays.id, partner_id: null, n: 1 },
			{ id: second.attempt.id, learner_id: stays.id, partner_id: null, n: 2 },
			{ id: pair.attempt.id, learner_id: stays.id, partner_id: null, n: 3 }
		]);
	});

	it('an assignment goes after seven days, with its attempts and overrides', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const gone = await makeAssignment(db, teacher, [group.id], { deleted_at: NOW });
		await makeAssignment(db, teacher, [group.id], { archived_at: NOW });
		await override(db, gone.id, teacher.id);
		const learner = await makeLearner(db, group.id, 'Ada');
		// Its attempts are looked for by a fixture that knows only what is not deleted.
		await db
			.updateTable('assignment')
			.set({ deleted_at: null })
			.where('id', '=', gone.id)
			.execute();
		await makeAttempt(db, gone.id, learner.id);
		await db.updateTable('assignment').set({ deleted_at: NOW }).where('id', '=', gone.id).execute();

		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY - 1)).toEqual(none);
		expect(await purge(db, 30, NOW + UNDO_DAYS * DAY)).toEqual({ ...none, assignments: 1 });
		expect([await count(db, 'assignment'), await count(db, 'attempt')]).toEqual([1, 0]);
		expect([await count(db, 'learner'), await count(db, 'scoring_override')]).toEqual([1, 0]);
	});
});

describeOnBothEngines('what is over', (open) => {
	it('sessions and links go when they end, claims after a week, and nothing else', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const learner = await makeLearner(db, group.id, 'Ada');
		for (const [token_hash, expires_at] of [
			['over', NOW],
			['on', NOW + 1]
		] as const) {
			const common = { token_hash, expires_at, created_at: NOW - DAY };
			await insertSession(db, { ...common, teacher_id: teacher.id, learner_id: null });
			await db
				.insertInto('teacher_link')
				.values({
					...common,
					purpose: 'invitation',
					role: 'teacher',
					teacher_id: null,
					used_at: null
				})
				.execute();
		}
		for (const [id, created_at] of [
			['old', NOW - 7 * DAY],
			['new', NOW - 7 * DAY + 1]
		] as const)
			await db
				.insertInto('claim')
				.values({
					id,
					learner_id: learner.id,
					token_hash: id,
					created_at,
					decided_at: null,
					allowed: null
				})
				.execute();

		expect(await purge(db, 30, NOW)).toEqual({ ...none, sessions: 1, links: 1, claims: 1 });
		expect(await purge(db, 30, NOW)).toEqual(none);
		const left = await db.selectFrom('session').select('token_hash').execute();
		expect(left).toEqual([{ token_hash: 'on' }]);
		expect(await db.selectFrom('teacher_link').select('token_hash').execute()).toEqual(left);
		expect(await db.selectFrom('claim').select('id').execute()).toEqual([{ id: 'new' }]);
		expect([await count(db, 'teacher'), await count(db, 'learner')]).toEqual([1, 1]);
	});
});

it('the log gets one line with what went, and none where nothing did', () => {
	expect(goneLine({ ...none, learners: 12, links: 1 })).toBe(
		'Retention deleted: learners 12, links 1'
	);
	expect(goneLine(none)).toBeUndefined();
});
