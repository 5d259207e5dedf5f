/**
 * The way to one assignment: through the class's door, whether one is in it already, comes back with a
 * code or is new, to its place in the learner's list. Nothing starts by itself: a clock may begin.
 */
const NAME = 'to';

/** As a part of an address: 'to=ID'. */
export const wayTo = (assignment: string): string => `${NAME}=${assignment}`;

/** The link for learners of a class. */
export const linkTo = (joinCode: string, assignment: string): string =>
	`/join/${joinCode}?${wayTo(assignment)}`;

/** What an address leads to, as a part of the next one; empty: nothing. */
export function wayIn(params: URLSearchParams): string {
	const id = params.get(NAME) ?? '';
	return /^[0-9a-z]{1,40}$/u.test(id) ? wayTo(id) : '';
}

/** An address that keeps to the way. */
export const along = (address: string, way: string): string =>
	way === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${way}`;

/** The learner's list, at the assignment that the way leads to. */
export const listAt = (way: string): string =>
	way === '' ? '/mine' : `/mine#${placeOf(way.slice(NAME.length + 1))}`;

/** Id of an assignment's heading in the list. */
export const placeOf = (assignment: string): string => `a-${assignment}`;
