// Who may ask what: every route and every action, for everyone. What is refused changes nothing. A route
// that is not listed fails.

import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { hashToken } from '../../src/lib/server/tokens.ts';
import type { Db, Store } from '../../src/lib/server/store/store.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import { insertSession } from '../../src/lib/server/store/session.ts';
import { insertClassTeacher } from '../../src/lib/server/store/class-teacher.ts';
import { updateTeacher } from '../../src/lib/server/store/teacher.ts';
import { openE2eStore } from '../support/e2e-store.ts';
import { listRoutes } from '../support/routes.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher
} from '../support/school.ts';
import { slug } from '../support/taker.ts';

/** Everyone there is: class A with its teachers and learners, others, and nobody in particular. */
const roles = [
	'anonymous',
	'learner-a',
	'learner-a2',
	'learner-b',
	'owner',
	'co-teacher',
	'teacher-b',
	'administrator'
] as const;
type Role = (typeof roles)[number];

/** Who may ask it, in class A and for the attempt of learner A. */
const rules = {
	everyone: roles,
	teachers: ['owner', 'co-teacher', 'teacher-b', 'administrator'],
	class: ['owner', 'co-teacher'],
	owner: ['owner'],
	administrators: ['administrator'],
	learners: ['learner-a', 'learner-a2', 'learner-b'],
	own: ['learner-a'],
	/** Only whoever holds a secret that nobody here sends. */
	secret: []
} as const satisfies Record<string, readonly Role[]>;
type Rule = keyof typeof rules;

/** A rule, and the form that its page would send: '{class}' and the like stand for the school's. */
type Entry = Rule | readonly [Rule, Readonly<Record<string, string>>];

const terms = {
	preset: 'lesson',
	title: 'Again',
	order: '',
	article: 'open',
	certainty: 'yes',
	counts: 'best',
	during: '',
	submitted: '',
	after: '',
	limit: '',
	attempts: '1'
};
const whom = { class: '{class}', learner: '{learner}' };

const table: Record<string, Record<string, Entry>> = {
	'/': { GET: 'everyone' },
	'/about': { GET: 'everyone' },
	'/privacy': { GET: 'everyone' },
	'/offline': { GET: 'everyone' },
	'/packs/questions': { GET: 'everyone' },
	'/study': { GET: 'everyone' },
	'/study/result': { GET: 'everyone' },
	'/packs': { GET: 'everyone' },
	'/packs/[slug]/[version]': { GET: 'everyone' },
	'/progress': { GET: 'everyone' },
	'/progress/parcels': { POST: 'everyone' },
	'/progress/parcels/taken': { POST: 'everyone' },
	'/quiz/[slug]': { GET: 'everyone' },
	'/quiz/[slug]/new': { GET: 'everyone' },
	'/quiz/[slug]/result': { GET: 'everyone' },
	'/quiz/[slug]/sheet': { GET: 'everyone' },
	'/quiz/[slug]/view/[what]': { GET: 'everyone' },
	'/read/[slug]': { GET: 'everyone' },
	'/read/[slug]/xray': { GET: 'everyone' },
	'/shell': { GET: 'everyone' },

	'/join': { GET: 'everyone', '?/default': 'everyone' },
	'/join/[code]': {
		GET: 'everyone',
		'?/claim': 'everyone',
		'?/nickname': 'everyone',
		'?/pick': 'everyone'
	},
	'/join/waiting': { GET: 'everyone', '?/back': 'everyone' },
	'/return': { GET: 'everyone', '?/default': 'everyone' },

	'/mine': {
		GET: 'learners',
		'?/leave': 'everyone',
		'?/start': ['learners', { assignment: '{mine}' }]
	},
	'/take': { GET: 'everyone' },
	'/take/who': { GET: 'everyone' },
	'/take/[attempt]': {
		GET: 'own',
		'?/answer': ['own', { n: '1', do: 'skip', op: '{op}', revision: '1' }],
		'?/dispute': ['own', { n: '1', text: 'Is this so?' }],
		'?/submit': 'own'
	},
	'/take/[attempt]/answers': { POST: 'secret' },
	'/take/[attempt]/state': { GET: 'secret' },
	'/take/[attempt]/result': { GET: 'own' },

	'/teach/sign-in': { GET: 'everyone', '?/default': 'everyone' },
	'/teach/sign-out': { POST: 'everyone' },
	'/teach/welcome/[token]': { GET: 'everyone', '?/default': 'everyone' },
	'/teach/reset/[token]': { GET: 'everyone', '?/default': 'everyone' },

	'/teach': { GET: 'teachers' },
	'/teach/account': {
		GET: 'teachers',
		'?/everywhere': 'teachers',
		'?/name': ['teachers', { name: 'Another' }],
		'?/password': 'teachers',
		'?/remove': 'teachers'
	},
	'/teach/people': {
		GET: 'administrators',
		'?/ask': ['administrators', { teacher: '{co-teacher}' }],
		'?/close': ['administrators', { teacher: '{co-teacher}', heir: 'nobody' }],
		'?/invite': ['administrators', { role: 'teacher' }],
		'?/open': ['administrators', { teacher: '{closed}' }],
		'?/reset': ['administrators', { teacher: '{co-teacher}' }],
		'?/role': ['administrators', { teacher: '{co-teacher}', role: 'teacher' }],
		'?/withdraw': ['administrators', { invitation: '{token}' }]
	},
	'/teach/assign': {
		GET: 'teachers',
		'?/assign': ['teachers', { ...terms, slug: '{slug}', draw: 'quick' }],
		'?/reuse': ['class', { from: '{class}', to: '{class}', assignment: '{assignment}' }]
	},
	'/teach/assignments/[assignment]': {
		GET: 'class',
		'?/add': ['class', { class: '{own class}' }],
		'?/archive': 'class',
		'?/dates': ['class', { class: '{class}' }],
		'?/delete': 'class',
		'?/duplicate': 'class',
		'?/excuse': ['class', { ...whom, excused: 'yes' }],
		'?/grant': ['class', { ...whom, scope: 'this', 'time-this': '2', 'extra-this': '1' }],
		'?/remove': ['class', { class: '{class}' }],
		'?/terms': ['class', terms],
		'?/unarchive': 'class',
		'?/undo': 'class'
	},
	'/teach/assignments/[assignment]/preview': { GET: 'class' },

	'/teach/classes': {
		GET: 'teachers',
		'?/back': ['owner', { class: '{deleted class}' }],
		'?/make': ['teachers', { name: 'Another' }]
	},
	'/teach/classes/[class]': {
		GET: 'class',
		'?/add': ['class', { names: 'Zoe' }],
		'?/back': ['class', { learner: '{removed}' }],
		'?/claim': ['class', { claim: '{claim}', decision: 'allow' }],
		'?/joining': ['class', { joining: 'locked' }],
		'?/preview': ['class', { names: 'Zoe' }]
	},
	'/teach/classes/[class]/learners/[learner]': {
		GET: 'class',
		'?/erase': ['class', { sure: 'yes' }],
		'?/merge': ['class', { learner: '{learner 2}' }],
		'?/remove': 'class',
		'?/rename': ['class', { name: 'Zoe' }],
		'?/reset': 'class'
	},
	'/teach/classes/[class]/learners/[learner]/data.json': { GET: 'class' },
	'/teach/classes/[class]/projector': { GET: 'class' },
	'/teach/classes/[class]/settings': {
		GET: 'class',
		'?/add': ['owner', { email: '{email}' }],
		'?/archive': 'class',
		'?/basics': ['class', { name: '9c', ends: '2027-07-31', by: 'nickname' }],
		'?/code': 'class',
		'?/delete': ['owner', { sure: 'yes' }],
		'?/handover': ['owner', { teacher: '{co-teacher}' }],
		'?/remove': ['owner', { teacher: '{other teacher}' }],
		'?/unarchive': 'class'
	},
	'/teach/classes/[class]/slips': { GET: 'class' },
	'/teach/classes/[class]/export.json': { GET: 'class' },
	'/teach/classes/[class]/gradebook': { GET: 'class', '?/fill': 'class' },
	'/teach/classes/[class]/gradebook.csv': { GET: 'class' },
	'/teach/classes/[class]/skills': { GET: 'class' },
	'/teach/classes/[class]/[assignment]': {
		GET: 'class',
		'?/excuse': ['class', { learner: '{learner}', excused: 'yes' }],
		'?/makeUp': ['class', { learner: '{learner}' }]
	},
	'/teach/classes/[class]/[assignment]/learners/[learner]': { GET: 'class' },
	'/teach/classes/[class]/[assignment]/paper': {
		GET: 'class',
		'?/enter': 'class',
		'?/load': 'class'
	},
	'/teach/classes/[class]/[assignment]/project': { GET: 'class' },
	'/teach/classes/[class]/[assignment]/questions': {
		GET: 'class',
		'?/confirm': ['class', { question: '{question}', choice: 'full', reason: 'Unclear' }],
		'?/preview': ['class', { question: '{question}', choice: 'full' }]
	},
	'/teach/classes/[class]/[assignment]/responses.csv': { GET: 'class' },
	'/teach/classes/[class]/[assignment]/sheet': { GET: 'class' },
	'/teach/classes/[class]/[assignment]/watch': {
		GET: 'class',
		'?/back': ['class', { op: '{op}' }],
		'?/close': 'class',
		'?/end': ['class', { learner: '{learner}', attempt: '{attempt}' }],
		'?/excuse': ['class', { learner: '{learner}' }],
		'?/minutes': ['class', { op: '{op}' }],
		'?/on': 'class',
		'?/open': 'class',
		'?/pause': 'class',
		'?/reopen': ['class', { learner: '{learner}', attempt: '{attempt}' }],
		'?/settled': ['class', { dispute: '{dispute}' }],
		'?/unexcuse': ['class', { learner: '{learner}' }],
		'?/unsettled': ['class', { dispute: '{dispute}' }]
	},
	'/teach/classes/[class]/[assignment]/watch/events': { GET: 'class' }
};

interface School {
	params: Record<string, string>;
	/** What stands for something else for one of them. */
	of: Partial<Record<Role, Record<string, string>>>;
	tokens: Partial<Record<Role, { cookie: string }>>;
	classId: string;
	assignmentId: string;
	attemptId: string;
	/** Accounts that are none of the askers' own. */
	accounts: string[];
}

async function makeSchool(db: Db): Promise<School> {
	const owner = await makeTeacher(db, 'Owner');
	const coTeacher = await makeTeacher(db, 'Co-teacher');
	const teacherB = await makeTeacher(db, 'Other');
	const administrator = await makeTeacher(db, 'Administrator', 'administrator');
	const closed = await makeTeacher(db, 'Closed');
	await updateTeacher(db, closed.id, { closed_at: Date.now() });
	const group = await makeClass(db, owner);
	await insertClassTeacher(db, {
		class_id: group.id,
		teacher_id: coTeacher.id,
		role: 'co-teacher'
	});
	const other = await makeClass(db, teacherB);
	const learnerA = await makeLearner(db, group.id, 'Ada');
	const learnerA2 = await makeLearner(db, group.id, 'Ben');
	const learnerB = await makeLearner(db, other.id, 'Cleo');
	const assignment = await makeAssignment(db, owner, [group.id]);
	const theirs = await makeAssignment(db, teacherB, [other.id]);
	const ownersOther = await makeClass(db, owner);
	const coTeachersOther = await makeClass(db, coTeacher);
	const { attempt, slots } = await makeAttempt(db, assignment.id, learnerA.id);
	const deleted = await makeClass(db, owner, { deleted_at: Date.now() });
	const removed = await makeLearner(db, group.id, 'Dan', { removed_at: Date.now() });
	const claim = { id: newId(), learner_id: learnerA.id, token_hash: newId() };
	await db
		.insertInto('claim')
		.values({ ...claim, created_at: Date.now(), decided_at: null, allowed: null })
		.execute();
	const dispute = { id: newId(), attempt_id: attempt.id, position: 0, text: 'Is this so?' };
	await db
		.insertInto('dispute')
		.values({ ...dispute, created_at: Date.now(), closed_at: null })
		.execute();
	const session = async (who: { teacher: string } | { learner: string }) => {
		const token = newId();
		await insertSession(db, {
			token_hash: hashToken(token),
			teacher_id: 'teacher' in who ? who.teacher : null,
			learner_id: 'learner' in who ? who.learner : null,
			created_at: Date.now(),
			expires_at: Date.now() + 60 * 60 * 1000
		});
		return { cookie: `says-who-${'teacher' in who ? 'teacher' : 'learner'}=${token}` };
	};
	return {
		of: {
			owner: { 'own class': ownersOther.id },
			'co-teacher': { 'own class': coTeachersOther.id, 'other teacher': owner.id },
			'learner-a': { mine: assignment.id },
			'learner-a2': { mine: assignment.id },
			'learner-b': { mine: theirs.id }
		},
		classId: group.id,
		assignmentId: assignment.id,
		attemptId: attempt.id,
		accounts: [coTeacher.id, closed.id],
		params: {
			class: group.id,
			assignment: assignment.id,
			attempt: attempt.id,
			learner: learnerA.id,
			code: group.join_code,
			token: newId(),
			slug,
			'learner 2': learnerA2.id,
			'co-teacher': coTeacher.id,
			'other teacher': coTeacher.id,
			closed: closed.id,
			email: teacherB.email,
			'deleted class': deleted.id,
			removed: removed.id,
			claim: claim.id,
			dispute: dispute.id,
			question: slots[0]?.question_version_id ?? '',
			op: newId()
		},
		tokens: {
			owner: await session({ teacher: owner.id }),
			'co-teacher': await session({ teacher: coTeacher.id }),
			'teacher-b': await session({ teacher: teacherB.id }),
			administrator: await session({ teacher: administrator.id }),
			'learner-a': await session({ learner: learnerA.id }),
			'learner-a2': await session({ learner: learnerA2.id }),
			'learner-b': await session({ learner: learnerB.id })
		}
	};
}

/** All that belongs to class A, to see that a refusal changed none of it. */
async function everythingOf(
	db: Db,
	{ classId, assignmentId, attemptId, accounts }: School
): Promise<unknown> {
	return {
		accounts: await db
			.selectFrom('teacher')
			.selectAll()
			.where('id', 'in', accounts)
			.orderBy('id')
			.execute(),
		class: await db.selectFrom('class').selectAll().where('id', '=', classId).execute(),
		teachers: await db
			.selectFrom('class_teacher')
			.selectAll()
			.where('class_id', '=', classId)
			.orderBy('teacher_id')
			.execute(),
		learners: await db
			.selectFrom('learner')
			.selectAll()
			.where('class_id', '=', classId)
			.orderBy('id')
			.execute(),
		assignment: await db
			.selectFrom('assignment')
			.selectAll()
			.where('id', '=', assignmentId)
			.execute(),
		dates: await db
			.selectFrom('assignment_class')
			.selectAll()
			.where('assignment_id', '=', assignmentId)
			.execute(),
		attempts: await db
			.selectFrom('attempt')
			.selectAll()
			.where('assignment_id', '=', assignmentId)
			.execute(),
		responses: await db
			.selectFrom('response')
			.selectAll()
			.where('attempt_id', '=', attemptId)
			.execute(),
		grades: await db.selectFrom('grade').selectAll().where('attempt_id', '=', attemptId).execute(),
		overrides: await db
			.selectFrom('scoring_override')
			.selectAll()
			.where('assignment_id', '=', assignmentId)
			.execute()
	};
}

type Outcome = 'refused' | 'taken';

/** A refusal is a 4xx that says so, or the way to where one can sign in and from there back here. */
function outcomeOf(status: number, location: string | null): Outcome {
	if (status === 401 || status === 403 || status === 404) return 'refused';
	return status === 303 && location?.includes('/teach/sign-in?to=') ? 'refused' : 'taken';
}

async function ask(
	base: string,
	school: School,
	role: Role,
	id: string,
	answer: string,
	fields: Readonly<Record<string, string>>
): Promise<{ outcome: Outcome; status: number }> {
	const named = (name: string) => school.of[role]?.[name] ?? school.params[name] ?? 'none';
	const path = id.replace(/\[([a-z]+)\]/gu, (_, name: string) => named(name));
	const body = Object.entries(fields).map(([name, value]) => [
		name,
		value.replace(/^\{(.*)\}$/u, (_, key: string) => named(key))
	]);
	const method = answer === 'GET' ? 'GET' : answer.startsWith('?/') ? 'POST' : answer;
	const isAction = answer.startsWith('?/');
	const action = isAction && answer !== '?/default' ? answer : '';
	const response = await fetch(base + path + action, {
		method,
		redirect: 'manual',
		headers: {
			...(school.tokens[role] ?? {}),
			accept: 'text/html',
			origin: base,
			...(method === 'GET' || isAction ? {} : { 'content-type': 'application/json' })
		},
		body: method === 'GET' ? null : isAction ? new URLSearchParams(body) : JSON.stringify(forged)
	});
	// A stream of events would go on for ever.
	await response.body?.cancel();
	return {
		outcome: outcomeOf(response.status, response.headers.get('location')),
		status: response.status
	};
}

/** A sending as a device makes it, with a token that is none. */
const forged = { v: 1, token: 'x'.repeat(26), sentAt: 0, answers: [], submit: true };

const routes = listRoutes(resolve(import.meta.dirname, '../../src/routes'));
let store: Store;

test.beforeAll(async () => {
	store = await openE2eStore();
});
test.afterAll(async () => {
	await store.close();
});

test('every route and every action says who may ask it, and none is listed that is not there', () => {
	const listed = Object.entries(table).flatMap(([id, answers]) =>
		Object.keys(answers).map((answer) => `${answer} ${id}`)
	);
	const there = routes.flatMap(({ id, answers }) => answers.map((answer) => `${answer} ${id}`));
	expect(listed.sort()).toEqual(there.sort());
});

for (const [id, answers] of Object.entries(table))
	for (const [answer, entry] of Object.entries(answers)) {
		const [rule, fields] = typeof entry === 'string' ? [entry, {}] : entry;
		const allowed: readonly Role[] = rules[rule];
		test(`${answer} ${id} is for ${rule}: refused to all others, who change nothing`, async ({
			baseURL
		}) => {
			const base = baseURL ?? '';
			const school = await makeSchool(store.db);
			const before = await everythingOf(store.db, school);
			for (const role of roles.filter((one) => !allowed.includes(one))) {
				const { outcome, status } = await ask(base, school, role, id, answer, fields);
				expect(outcome, `${role} got ${String(status)}`).toBe('refused');
			}
			expect(await everythingOf(store.db, school)).toEqual(before);
			for (const role of allowed) {
				// What is allowed may change the school, so each has one of their own.
				const own = await makeSchool(store.db);
				const { outcome, status } = await ask(base, own, role, id, answer, fields);
				expect(status, `${role} at ${id}`).toBeLessThan(500);
				// Where nobody is refused, 404 says that the code or the link is wrong.
				if (rule !== 'everyone') expect(outcome, `${role} got ${String(status)}`).toBe('taken');
			}
		});
	}
