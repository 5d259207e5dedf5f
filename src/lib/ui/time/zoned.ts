/**
 * A moment as a `datetime-local` field shows it, and back: the field knows no zone, so its zone
 * travels beside it by name. Pure, for the server and the browser.
 */

const minute = 60_000;
const day = 24 * 60 * minute;

/** Whether this runtime knows a zone of that name ('Europe/London'). */
export function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return zone !== '';
	} catch {
		return false;
	}
}

/** The zone that this runtime lives in: the server's on the server, the reader's in a browser. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Minutes that clocks in the zone are ahead of UTC at a moment. */
export function offsetIn(zone: string, at: number): number {
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	}).formatToParts(at);
	const part = (type: Intl.DateTimeFormatPartTypes) =>
		Number(parts.find((one) => one.type === type)?.value);
	const shown = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second')
	);
	return (shown - Math.floor(at / 1000) * 1000) / minute;
}

/** '2026-11-25T08:30': what the field shows for a moment, by an offset in minutes; seconds are cut. */
export const fieldByOffset = (at: number, offset: number): string =>
	new Date(at + offset * minute).toISOString().slice(0, 16);

export const fieldInZone = (at: number, zone: string): string =>
	fieldByOffset(at, offsetIn(zone, at));

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(\.\d{1,3})?)?$/u;

/** What the field says, as if its zone were UTC; undefined for what is no date. */
function readNaive(text: string): number | undefined {
	const short = shape.exec(text)?.[1];
	if (short === undefined) return undefined;
	const naive = Date.parse(`${short}:00Z`);
	// 31 February is read as a day in March.
	return !Number.isNaN(naive) && fieldByOffset(naive, 0) === short ? naive : undefined;
}

export function momentByOffset(text: string, offset: number): number | undefined {
	const naive = readNaive(text);
	return naive === undefined ? undefined : naive - offset * minute;
}

/**
 * The moment that a field names in a zone. A time that the clocks skip in spring is as much later as
 * they skip; of a time that they show twice in autumn, the first is meant.
 * @returns undefined for what is no date, or no zone
 */
export function momentInZone(text: string, zone: string): number | undefined {
	const naive = readNaive(text);
	if (naive === undefined || !isZone(zone)) return undefined;
	const before = offsetIn(zone, naive - day);
	const after = offsetIn(zone, naive + day);
	const real = [before, after]
		.map((offset) => ({ at: naive - offset * minute, offset }))
		.filter(({ at, offset }) => offsetIn(zone, at) === offset)
		.map(({ at }) => at);
	return real.length > 0 ? Math.min(...real) : naive - before * minute;
}

/** The name of the field that carries the zone of the field `name`. */
export const zoneField = (name: string): string => `${name}-zone`;

/**
 * The moment that a form names, with the field that `DateField` makes.
 * @param was what the field showed at first: seconds and the second of two equal hours stay unless
 *   something else is typed
 * @returns null for an empty field; undefined for what is no date
 */
export function momentFromForm(
	form: FormData,
	name: string,
	was: number | null = null
): number | null | undefined {
	const text = form.get(name);
	const zone = form.get(zoneField(name));
	if (typeof text !== 'string' || text === '') return null;
	if (typeof zone !== 'string' || !isZone(zone)) return undefined;
	return was !== null && fieldInZone(was, zone) === text ? was : momentInZone(text, zone);
}
