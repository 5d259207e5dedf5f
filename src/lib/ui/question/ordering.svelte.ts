/**
 * Putting items in order. Untouched, no item has a place, and the form says so; the first move
 * gives every item the place where it stands.
 */
import { filledValues, type Filled } from './filled.ts';

interface Item {
	id: string;
	text: string;
}

export class Ordering {
	items = $state<Item[]>([]);
	/** Item id → '1'..'n', or '' while it has none. */
	places = $state<Record<string, string>>({});

	constructor(items: readonly Item[], filled: Filled) {
		this.places = Object.fromEntries(
			items.map(({ id }) => [id, filledValues(filled, `r.${id}`)[0] ?? ''])
		);
		const place = ({ id }: Item) => Number(this.places[id]);
		const isComplete = items.every((_, i) => items.some((item) => place(item) === i + 1));
		this.items = isComplete ? [...items].sort((a, b) => place(a) - place(b)) : [...items];
	}

	/** Moves an item to a place (0-based); the others close up. */
	move(id: string, to: number): void {
		const item = this.items.find((one) => one.id === id);
		if (!item || to < 0 || to >= this.items.length) return;
		const others = this.items.filter((one) => one.id !== id);
		this.items = others.toSpliced(to, 0, item);
		this.places = Object.fromEntries(this.items.map((one, i) => [one.id, String(i + 1)]));
	}
}
