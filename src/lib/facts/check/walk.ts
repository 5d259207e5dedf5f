import type { Path } from '../yaml.ts';

/** Something wrong at a path in the facts. */
export interface Found {
	path: Path;
	message: string;
}

/** Calls `visit` for every value below and including `value`, parents first. */
export function walk(
	value: unknown,
	visit: (value: unknown, path: Path) => void,
	path: Path = []
): void {
	visit(value, path);
	if (Array.isArray(value)) {
		for (const [i, item] of value.entries()) walk(item, visit, [...path, i]);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, item] of Object.entries(value)) walk(item, visit, [...path, key]);
	}
}

/** A path as a pattern: every index becomes `*`. */
export const patternOf = (path: Path): string =>
	path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
