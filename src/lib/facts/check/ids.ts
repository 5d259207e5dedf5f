/** Ids are unique over the file, and whatever names an id names one that exists and is of the right sort. */
import type { Facts } from '../schema.ts';
import { show, type Path } from '../yaml.ts';
import { patternOf, walk, type Found } from './walk.ts';

/**
 * Which fields name an id, and in which list it must be. A test walks the schema and fails when a
 * field that holds an id is neither here nor in {@link labels}.
 */
export const references: Readonly<Record<string, keyof Facts | 'any'>> = {
	'voices.*.within.*': 'voices',
	'demands.*.by': 'voices',
	'demands.*.where': 'places',
	'demands.*.within.*': 'demands',
	'statements.*.voice': 'voices',
	'statements.*.shared.*': 'voices',
	'statements.*.tempting.*.voice': 'voices',
	'statements.*.word-tempting.*.voice': 'voices',
	'before.*.first': 'events',
	'before.*.then': 'events',
	'unsettled.*.one': 'events',
	'unsettled.*.other': 'events',
	'proofs.*.about.*': 'any',
	'voice-spans.*.voice': 'voices',
	'passages.*.about.*': 'any',
	'hedges.*.about.*': 'any',
	'claims.*.about.*': 'any',
	'gaps.*.about.*': 'any',
	'conflicts.*.sides.*.voice': 'voices',
	'heard.*.voice': 'voices',
	'heard.*.about.*': 'any',
	'headlines.*.about.*': 'any',
	'alterations.*.statement': 'statements',
	'outside.*.about.*': 'any',
	'alike.*.*': 'any'
};

/** Fields that look like ids and name nothing: two voices with one label are one side. */
export const labels: readonly string[] = ['voices.*.side', 'statements.*.topics.*'];

export function checkIds(facts: Facts): Found[] {
	const found: Found[] = [];
	const known = new Map<string, Path>();
	walk(facts, (value, path) => {
		if (path.at(-1) !== 'id' || typeof value !== 'string') return;
		const first = known.get(value);
		if (first === undefined) known.set(value, path);
		else
			found.push({
				path,
				message: `the id ${show(value)} is taken by ${first.slice(0, -1).join('.')}; ids are unique over the file: choose another`
			});
	});
	walk(facts, (value, path) => {
		const list = references[patternOf(path)];
		if (list === undefined || typeof value !== 'string') return;
		const target = known.get(value);
		if (target === undefined) {
			const near = nearestId(value, [...known.keys()]);
			found.push({
				path,
				message: `there is no ${show(value)}${near === undefined ? '' : `; did you mean ${show(near)}?`}; correct the id or add what it names`
			});
		} else if (list !== 'any' && target.length !== 3) {
			found.push({ path, message: `${show(value)} is part of another fact; name one of ${list}` });
		} else if (list !== 'any' && target[0] !== list) {
			found.push({
				path,
				message: `${show(value)} is one of ${String(target[0])}; name one of ${list} here`
			});
		}
	});
	return found;
}

/** Where each id of the facts stands. */
export function idPaths(facts: Facts): Map<string, Path> {
	const paths = new Map<string, Path>();
	walk(facts, (value, path) => {
		if (path.at(-1) === 'id' && typeof value === 'string') paths.set(value, path);
	});
	return paths;
}

/** An id that a slip of the keyboard away would give this one. */
function nearestId(id: string, ids: readonly string[]): string | undefined {
	return ids.find((one) => Math.abs(one.length - id.length) <= 2 && distance(one, id) <= 2);
}

function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, i) => i);
	for (let i = 0; i < one.length; i++) {
		const next = [i + 1];
		for (let j = 0; j < other.length; j++) {
			const swap = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
			next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
