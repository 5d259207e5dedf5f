/** Choosing sentences in the article itself: what is chosen, and whether more may be. */
export class Choosing {
	/** `r` for a question about sentences, `e` for the evidence of a two-part question. */
	readonly name: 'r' | 'e';
	readonly pick: number;
	chosen = $state<number[]>([]);

	constructor(name: 'r' | 'e', pick: number, chosen: readonly number[] = []) {
		this.name = name;
		this.pick = pick;
		this.chosen = chosen.slice(0, pick);
	}

	/** One sentence is a choice between all; several are ticked one by one. */
	get type(): 'radio' | 'checkbox' {
		return this.pick === 1 ? 'radio' : 'checkbox';
	}

	get isFull(): boolean {
		return this.pick > 1 && this.chosen.length >= this.pick;
	}

	set(sentence: number, on: boolean): void {
		const others = this.type === 'radio' ? [] : this.chosen.filter((n) => n !== sentence);
		this.chosen = on ? [...others, sentence] : others;
	}

	/** Takes over what was ticked before scripts were there. */
	adopt(root: ParentNode): void {
		const ticked = root.querySelectorAll<HTMLInputElement>(`input[name="${this.name}"]:checked`);
		this.chosen = Array.from(ticked, ({ value }) => Number(value)).slice(0, this.pick);
	}
}

/** What became of a sentence, once answered: its kind, in words, and drawn in a square of 20. */
export interface Sign {
	kind: 'right' | 'missed' | 'wrong';
	words: string;
	path: string;
}
