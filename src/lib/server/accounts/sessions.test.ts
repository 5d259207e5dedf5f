import type { Cookies } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { makeTeacher } from '../../../../tests/support/school.ts';
import { describeOnBothEngines, NOW } from '../../../../tests/support/engines.ts';
import { hashToken } from '../tokens.ts';
import { beginSession, endSession, readActors } from './sessions.ts';

interface Kept {
	value: string;
	options: Parameters<Cookies['set']>[2];
}

/** A browser: keeps what it is given. */
function browser(address = 'http://localhost:3000/') {
	const kept = new Map<string, Kept>();
	const cookies: Pick<Cookies, 'get' | 'set' | 'delete'> = {
		get: (name) => kept.get(name)?.value,
		set: (name, value, options) => void kept.set(name, { value, options }),
		delete: (name) => void kept.delete(name)
	};
	return { kept, request: { cookies: cookies as Cookies, url: new URL(address) } };
}

describeOnBothEngines('a teacher’s session', (open) => {
	it('lies in a cookie that no script and no other site can use, and in the store as a hash', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const { kept, request } = browser('https://quiz.example.org/');
		await beginSession(db, request, { teacher: teacher.id }, NOW);
		const [[name, { value, options }] = ['', { value: '', options: { path: '' } }]] = kept;
		expect(name).toBe('__Host-says-who-teacher');
		expect(options).toMatchObject({ path: '/', httpOnly: true, sameSite: 'lax', secure: true });
		const rows = await db.selectFrom('session').selectAll().execute();
		expect(rows).toMatchObject([{ token_hash: hashToken(value), teacher_id: teacher.id }]);
		expect(JSON.stringify(rows)).not.toContain(value);
	});

	it('is another one after every sign-in, and the one before is over', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const { kept, request } = browser();
		await beginSession(db, request, { teacher: teacher.id }, NOW);
		const first = kept.get('says-who-teacher')?.value ?? '';
		await beginSession(db, request, { teacher: teacher.id }, NOW);
		expect(kept.get('says-who-teacher')?.value).not.toBe(first);
		const old = browser();
		old.kept.set('says-who-teacher', { value: first, options: { path: '/' } });
		expect((await readActors(db, old.request, NOW)).teacher).toBeNull();
		expect((await readActors(db, request, NOW)).teacher).toEqual(teacher);
	});

	it('ends after two weeks, and when it is ended', async () => {
		const { db } = await open();
		const teacher = await makeTeacher(db);
		const { kept, request } = browser();
		await beginSession(db, request, { teacher: teacher.id }, NOW);
		const twoWeeks = 14 * 24 * 60 * 60 * 1000;
		expect((await readActors(db, request, NOW + twoWeeks - 1)).teacher).toEqual(teacher);
		expect((await readActors(db, request, NOW + twoWeeks)).teacher).toBeNull();
		await endSession(db, request, 'teacher');
		expect([...kept]).toEqual([]);
		expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
	});
});
