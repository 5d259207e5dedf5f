import { describe, expect, it } from 'vitest';
import { Trouble } from '../../study/trouble.ts';
import type { TeacherActor } from '../actor.ts';
import { guardTeachersRooms } from './guard.ts';

const teacher: TeacherActor = {
	kind: 'teacher',
	id: 't',
	name: 'T',
	email: 't@example.org',
	role: 'teacher'
};
const ask = (route: string | null, method = 'GET', who: TeacherActor | null = null) =>
	guardTeachersRooms({ method, url: new URL(`http://here${route ?? '/x'}?a=1`), route }, who);

describe('without a session', () => {
	it.each(['/teach', '/teach/classes/[class]', '/teach/people', '/teach/classes/x/events'])(
		'%s leads to the sign-in page and back',
		(route) => {
			const { pathname, searchParams } = new URL(ask(route) ?? '', 'http://here');
			expect(pathname).toBe('/teach/sign-in');
			expect(searchParams.get('to')).toContain('?a=1');
		}
	);

	it('nothing is changed', () => {
		expect(() => ask('/teach/people', 'POST')).toThrow(Trouble);
	});

	it.each(['/', '/teachers', '/quiz/[slug]', '/teach/sign-in', '/teach/reset/[token]', null])(
		'%s is open',
		(route) => {
			expect(ask(route)).toBeUndefined();
			expect(ask(route, 'POST')).toBeUndefined();
		}
	);
});

it('a teacher goes everywhere', () => {
	expect(ask('/teach/people', 'POST', teacher)).toBeUndefined();
});
