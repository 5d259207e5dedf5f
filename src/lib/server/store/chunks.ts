/** How many values go into one statement: SQLite takes a limited number of parameters. */
const AT_ONCE = 500;

/** The distinct values, in portions that fit into one statement. */
export function inChunks(values: readonly string[]): string[][] {
	const distinct = [...new Set(values)];
	return Array.from({ length: Math.ceil(distinct.length / AT_ONCE) }, (_, i) =>
		distinct.slice(i * AT_ONCE, (i + 1) * AT_ONCE)
	);
}
