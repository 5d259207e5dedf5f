/**
 * `facts.yaml` → facts, or a list of what is wrong with it. Reads shape only; whether the facts fit
 * the article is for `check.ts`.
 */
import * as v from 'valibot';
import { factsSchema, type Facts } from './schema.ts';
import { MAX_FAULTS, oneLine, readYaml, show, type Fault, type Path, type Place } from './yaml.ts';

export interface ReadFacts {
	facts: Facts;
	/** Line and column of the value at a path, for faults found later. */
	locate: (path: Path) => Place;
}

/** Parses the facts of a pack. Never throws, whatever the text is. */
export function readFacts(yamlText: string): ReadFacts | { faults: Fault[] } {
	const read = readShape(yamlText, factsSchema);
	return 'faults' in read ? read : { facts: read.value, locate: read.locate };
}

/** Reads YAML of any schema; the faults say line, path, what is wrong and what to do. */
export function readShape<T>(
	yamlText: string,
	schema: v.GenericSchema<unknown, T>
): { value: T; locate: (path: Path) => Place } | { faults: Fault[] } {
	const read = readYaml(yamlText);
	if ('faults' in read) return read;
	const result = v.safeParse(schema, read.value);
	if (result.success) return { value: result.output, locate: read.locate };
	const faults = result.issues
		.slice(0, MAX_FAULTS)
		.map((issue) => closest(issue))
		.map(({ issue, path }) => ({
			...read.locate(path),
			path: path.join('.'),
			message: messageOf(issue, path)
		}));
	return { faults };
}

interface Found {
	issue: v.BaseIssue<unknown>;
	path: (string | number)[];
}

/**
 * A union's issue says only that nothing fitted. The alternative that got furthest is the one that
 * was meant.
 */
function closest(issue: v.BaseIssue<unknown>, before: readonly (string | number)[] = []): Found {
	const path = [...before, ...pathOf(issue)];
	if (issue.type !== 'union' || !issue.issues) return { issue, path };
	const [first, ...others] = issue.issues.map((sub) => closest(sub, path));
	if (!first) return { issue, path };
	return others.reduce((best, one) => (one.path.length > best.path.length ? one : best), first);
}

const pathOf = (issue: v.BaseIssue<unknown>): (string | number)[] =>
	(issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));

/** Says an issue the way an author needs it. */
function messageOf(issue: v.BaseIssue<unknown>, path: Path): string {
	const name = fieldName(path);
	const wanted = String(issue.requirement);
	const long = typeof issue.input === 'string' ? issue.input.length : 0;
	switch (issue.type) {
		case 'strict_object':
			if (issue.expected === 'never')
				return `${name} is not a key that a pack knows here; correct its spelling or delete it`;
			if (issue.received === 'undefined') return `${name} is missing; add it`;
			return `${name} must be a map of keys and values, not ${kindOf(issue.input)}`;
		case 'array':
		case 'tuple':
			return `${name} must be a list (lines that begin with “- ”), not ${kindOf(issue.input)}`;
		case 'string':
			return `${name} must be words, not ${kindOf(issue.input)}; put it in quotes`;
		case 'number':
			return `${name} must be a number, not ${kindOf(issue.input)}`;
		case 'picklist':
		case 'literal':
			return `${name} is ${kindOf(issue.input)}; it must be one of ${issue.expected?.replaceAll(/[()"]/gu, '').replaceAll(' | ', ', ') ?? '…'}`;
		case 'min_length':
			return long > 0 || Array.isArray(issue.input)
				? `${name} holds too little; at least ${wanted}`
				: `${name} is empty; write something or delete the key`;
		case 'max_length':
			return `${name} has ${long} characters; at most ${wanted}: shorten it`;
		case 'min_value':
			return `${name} is too small; at least ${wanted}`;
		case 'max_value':
			return `${name} is too large; at most ${wanted}`;
		case 'regex':
			return `${name} is ${kindOf(issue.input)}, which is not ${issue.message.startsWith('Invalid') ? 'of the form that belongs here' : oneLine(issue.message)}`;
		case 'check':
			return `${name}: ${oneLine(issue.message)}`;
		default:
			return `${name}: ${oneLine(issue.message)}`;
	}
}

/** The last two steps of a path: what an author sees on and above the line. */
function fieldName(path: Path): string {
	const step = path.at(-1);
	if (step === undefined) return 'the file';
	if (typeof step === 'string') return show(step);
	const list = path.at(-2);
	return `entry ${step + 1}${list === undefined ? '' : ` of ${show(String(list))}`}`;
}

function kindOf(input: unknown): string {
	if (input === null || input === undefined) return 'empty';
	if (Array.isArray(input)) return 'a list';
	if (typeof input === 'object') return 'a map';
	if (typeof input === 'string') return show(input, 40);
	return `the ${typeof input} ${oneLine(JSON.stringify(input), 40)}`;
}
