// Work that takes much memory waits its turn.

export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** @param atOnce how much of it is done at the same time; the rest waits in the order it came */
export function newQueue(atOnce: number): Queue {
	let working = 0;
	const waiting: (() => void)[] = [];
	return async (work) => {
		if (working < atOnce) working++;
		else await new Promise<void>((settle) => waiting.push(settle));
		try {
			return await work();
		} finally {
			// The place is handed on, not given back and taken again: nobody can slip in between.
			const next = waiting.shift();
			if (next) next();
			else working--;
		}
	};
}
