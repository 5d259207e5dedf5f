/** A refused form comes back with what was chosen: its name and value pairs. */
export type Filled = readonly (readonly [name: string, value: string])[];

export function isFilled(filled: Filled, name: string, value: string): boolean {
	return filled.some((pair) => pair[0] === name && pair[1] === value);
}

/** All values of a field. */
export function filledValues(filled: Filled, name: string): string[] {
	return filled.flatMap(([one, value]) => (one === name ? [value] : []));
}
