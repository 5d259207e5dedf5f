import { expect, it } from 'vitest';
import { linkTo, listAt, wayIn } from './way.ts';

const inLink = (link: string) => wayIn(new URL(link, 'http://localhost').searchParams);

it('A link leads to the assignment’s place in the list', () => {
	expect(listAt(inLink(linkTo('abcd2345', 'x1y2')))).toBe('/mine#a-x1y2');
});

it.each([
	'/join/abcd2345',
	'/join/abcd2345?to=',
	'/join/abcd2345?to=%2F%2Fevil.example',
	'/join/a?to=A-b'
])('An address that names none, or what is no id, leads to the whole list (%s)', (link) => {
	expect(listAt(inLink(link))).toBe('/mine');
});
