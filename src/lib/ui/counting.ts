/** Counting in plain English: numbers with their nouns, lists, runs of sentence numbers. */

/** '1 question', '5 questions'. The plural is the singular with an s unless given. */
export function counted(n: number, one: string, many = `${one}s`): string {
	return `${n} ${n === 1 ? one : many}`;
}

/** 'a', 'a and b', 'a, b and c'. */
export function listed(parts: readonly string[]): string {
	const last = parts.at(-1) ?? '';
	return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** '3', '3–5', '3, 5 and 7–9': sentence numbers in order, runs of three and more drawn together. */
export function numbered(numbers: readonly number[]): string {
	const runs: [first: number, last: number][] = [];
	for (const n of numbers) {
		const run = runs.at(-1);
		if (run && run[1] === n - 1) run[1] = n;
		else runs.push([n, n]);
	}
	return listed(
		runs.flatMap(([first, last]) =>
			last - first > 1
				? [`${first}–${last}`]
				: first === last
					? [`${first}`]
					: [`${first}`, `${last}`]
		)
	);
}

/** 'sentence 4', 'sentences 4 and 5'. */
export function inSentences(numbers: readonly number[]): string {
	return `${numbers.length === 1 ? 'sentence' : 'sentences'} ${numbered(numbers)}`;
}
