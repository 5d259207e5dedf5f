// Tells whoever watches an assignment that something about it may have changed, inside this process
// only. A hint and no more: a stream re-reads the store by itself, so nothing breaks where nobody tells,
// or where another node made the change. Usage, after the write: `tellChange(assignmentId)`.

type Listener = () => void;

const listeners = new Map<string, Set<Listener>>();

/** An answer, an attempt, a learner or a date of the assignment changed; or it may have. */
export function tellChange(assignmentId: string): void {
	for (const listener of [...(listeners.get(assignmentId) ?? [])]) listener();
}

/** @returns stops listening; may be called more than once */
export function onChange(assignmentId: string, listener: Listener): () => void {
	const mine = listeners.get(assignmentId) ?? new Set();
	listeners.set(assignmentId, mine.add(listener));
	return () => {
		mine.delete(listener);
		if (mine.size === 0 && listeners.get(assignmentId) === mine) listeners.delete(assignmentId);
	};
}
