/** Median of some measurements. @throws without any */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (middle === undefined) throw new Error('nothing was measured');
	return middle;
}

/** Prints rows of text in aligned columns under a heading. */
export function printTable(heading: string, rows: readonly (readonly string[])[]): void {
	const widths: number[] = [];
	for (const row of rows)
		row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
	console.log(`\n${heading}`);
	for (const row of rows)
		console.log(
			`  ${row
				.map((cell, i) => cell.padEnd(widths[i] ?? 0))
				.join('  ')
				.trimEnd()}`
		);
}
