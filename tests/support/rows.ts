// Rows for tests of the store: what an answer needs before it can be kept.

import type { Db } from '../../src/lib/server/store/store.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import { NOW } from './engines.ts';

/** A class with one learner who has an open attempt of one question, at position 0. */
export async function fillAttempt(db: Db): Promise<{ attempt: string; learner: string }> {
	const made = { created_at: NOW };
	const pack = newId();
	await db
		.insertInto('pack_version')
		.values({ id: pack, slug: 'pack', version: '1', hash: pack, content: '{}', ...made })
		.execute();
	const question = { id: newId(), pack_version_id: pack, ref: 'q', hash: 'h', content: '{}' };
	await db
		.insertInto('question_version')
		.values({ ...question, ...made })
		.execute();
	const quiz = newId();
	await db
		.insertInto('quiz_version')
		.values({ id: quiz, pack_version_id: pack, blueprint: '{}', ...made })
		.execute();
	const teacher = { id: newId(), email: 'a@example.org', name: 'A', role: 'teacher' as const };
	await db
		.insertInto('teacher')
		.values({ ...teacher, password_hash: null, erased_at: null, ...made })
		.execute();
	const group = {
		id: newId(),
		name: '8b',
		join_code: 'abcd2345',
		joining: 'open' as const,
		join_by: 'nickname' as const
	};
	await db
		.insertInto('class')
		.values({ ...group, ends_at: NOW + 1, archived_at: null, deleted_at: null, ...made })
		.execute();
	const learner = { id: newId(), class_id: group.id, nickname: 'Owl', nickname_key: 'owl' };
	await db
		.insertInto('learner')
		.values({
			...learner,
			listed: 0,
			joined_at: NOW,
			return_code_hash: null,
			removed_at: null,
			...made
		})
		.execute();
	const assignment = { id: newId(), quiz_version_id: quiz, teacher_id: teacher.id, title: 'T' };
	await db
		.insertInto('assignment')
		.values({
			...assignment,
			time_limit_ms: null,
			attempts_allowed: null,
			policy: '{}',
			archived_at: null,
			deleted_at: null,
			...made
		})
		.execute();
	const attempt = newId();
	await db
		.insertInto('attempt')
		.values({
			id: attempt,
			assignment_id: assignment.id,
			learner_id: learner.id,
			partner_id: null,
			n: 1,
			seed: 's',
			token_hash: attempt,
			state: 'open',
			via: 'device',
			started_at: NOW,
			deadline_at: null,
			submitted_at: null,
			submitted_by: null
		})
		.execute();
	await db
		.insertInto('attempt_slot')
		.values({
			attempt_id: attempt,
			position: 0,
			question_version_id: question.id,
			shown: '{}',
			max_points: 1
		})
		.execute();
	return { attempt, learner: learner.id };
}
