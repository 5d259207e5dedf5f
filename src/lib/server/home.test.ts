import { expect, it } from 'vitest';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	submitAttempt
} from '../../../tests/support/school.ts';
import { describeOnBothEngines, NOW } from '../../../tests/support/engines.ts';
import { selectHome } from './home.ts';
import { insertClassTeacher } from './store/class-teacher.ts';

const DAY = 24 * 60 * 60 * 1000;

describeOnBothEngines('the teacher’s home', (open) => {
	it('is empty for a teacher who has no class, and for nobody else’s classes', async () => {
		const { db } = await open();
		const other = await makeTeacher(db, 'Other');
		const group = await makeClass(db, other);
		await makeAssignment(db, other, [group.id]);
		const home = await selectHome(db, await makeTeacher(db), NOW);
		expect(home).toEqual({ classes: [], archived: [], running: [], next: [], over: [] });
	});

	it('shows classes with their learners, archived ones apart, deleted ones not at all', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const other = await makeTeacher(db, 'Other');
		const group = await makeClass(db, teacher, { name: '8a' });
		const shared = await makeClass(db, other, { name: '8b' });
		await insertClassTeacher(db, {
			class_id: shared.id,
			teacher_id: teacher.id,
			role: 'co-teacher'
		});
		const old = await makeClass(db, teacher, { name: '7a', archived_at: NOW });
		await makeClass(db, teacher, { name: '7b', deleted_at: NOW });
		await makeLearner(db, group.id, 'Ada');
		await makeLearner(db, group.id, 'Gone', { removed_at: NOW });
		const home = await selectHome(db, teacher, NOW);
		expect(home.classes).toEqual([
			{ id: group.id, name: '8a', learners: 1, shared: false },
			{ id: shared.id, name: '8b', learners: 0, shared: true }
		]);
		expect(home.archived).toEqual([{ id: old.id, name: '7a', learners: 0, shared: false }]);
	});

	it('counts an attempt whose time is over as handed in', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const ada = await makeLearner(db, group.id, 'Ada');
		const work = await makeAssignment(db, teacher, [group.id], { wish: { draw: 'quick' } });
		await makeAttempt(db, work.id, ada.id, { deadline_at: NOW + 1000 });
		const handedIn = async (now: number) =>
			(await selectHome(db, teacher, now)).running[0]?.handedIn;
		expect(await handedIn(NOW)).toBe(0);
		expect(await handedIn(NOW + 2 * DAY)).toBe(1);
	});

	it('tells what is running, comes next and was due lately, and nothing older', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const make = async (title: string, dates: object, given: object = {}) =>
			makeAssignment(db, teacher, [group.id], { title, dates, wish: { draw: 'quick' }, ...given });
		await make('no end', { opens_at: NOW - DAY });
		await make('due later', { opens_at: NOW - DAY, due_at: NOW + 2 * DAY });
		await make('due first', { opens_at: NOW, due_at: NOW + DAY, paused_at: NOW });
		await make('next', { opens_at: NOW + 1, due_at: NOW + DAY });
		await make('just due', { opens_at: NOW - DAY, due_at: NOW });
		await make('closed', { opens_at: NOW - DAY, due_at: NOW + DAY, closed_at: NOW - 1 });
		await make('long ago', { opens_at: NOW - 90 * DAY, due_at: NOW - 14 * DAY });
		await make('archived', {}, { archived_at: NOW });
		await make('deleted', {}, { deleted_at: NOW });
		const { running, next, over } = await selectHome(db, teacher, NOW);
		expect(running.map(({ title }) => title)).toEqual(['due first', 'due later', 'no end']);
		expect(running.map(({ paused }) => paused)).toEqual([true, false, false]);
		expect(next.map(({ title }) => title)).toEqual(['next']);
		expect(over.map(({ title, closed }) => [title, closed])).toEqual([
			['just due', false],
			['closed', true]
		]);
	});

	it('counts who handed in: both of a pair, each once; who is excused is not waited for', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const group = await makeClass(db, teacher);
		const assignment = await makeAssignment(db, teacher, [group.id], { attempts_allowed: null });
		const [ada, ben, cleo, dan] = [
			await makeLearner(db, group.id, 'Ada'),
			await makeLearner(db, group.id, 'Ben'),
			await makeLearner(db, group.id, 'Cleo'),
			await makeLearner(db, group.id, 'Dan')
		];
		for (const n of [1, 2]) {
			const { attempt } = await makeAttempt(db, assignment.id, ada.id, { n, partner_id: ben.id });
			await submitAttempt(db, attempt.id);
		}
		await makeAttempt(db, assignment.id, cleo.id);
		for (const learner of [ben, dan])
			await db
				.insertInto('excused')
				.values({ assignment_id: assignment.id, learner_id: learner.id, created_at: NOW })
				.execute();
		const { running } = await selectHome(db, teacher, NOW);
		expect(running).toMatchObject([{ handedIn: 2, of: 3 }]);
	});
});
