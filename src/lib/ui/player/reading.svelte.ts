/**
 * What the reader looks at beside a question: which pane of the sheet is up on a phone, and which
 * citation is followed. With scripts a followed citation is an entry of the history, so that Back
 * goes back to the reason; without, the links and `:target` do all of it.
 */
import { tick } from 'svelte';
import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Quote } from '../../article/article.ts';
import type { StepView } from '../../study/view.ts';

export type Pane = 'card' | 'article';

/** Ids of the headings that take focus. */
const headings: Record<StepView['kind'], string> = {
	question: 'stem',
	told: 'stem',
	kept: 'stem',
	explanation: 'why-verdict',
	'left-open': 'end',
	done: 'end'
};

export class Reading {
	/** Scripts have taken over this page. */
	live = $state(false);
	pane = $state<Pane>('card');
	/** A sentence that the address named before scripts were there. */
	#addressed = $state<number | null>(null);
	#last: string | null = null;

	readonly cited = $derived(this.live ? (page.state.cited ?? null) : null);
	readonly at = $derived(this.cited?.quote.sentence ?? this.#addressed);

	begin(): void {
		const named = /^#s(\d+)$/u.exec(location.hash)?.[1];
		if (named !== undefined) {
			this.#addressed = Number(named);
			this.pane = 'article';
		}
		this.live = true;
	}

	/**
	 * Another question or its explanation is shown: nothing is followed any more, focus goes to its
	 * heading, and beside an explanation the article moves to the words that settle it.
	 */
	arrive(kind: StepView['kind']): void {
		this.pane = 'card';
		this.#addressed = null;
		this.#last = null;
		document.getElementById(headings[kind])?.focus({ preventScroll: true });
		document.querySelector('#card .scroll')?.scrollTo(0, 0);
		const key = kind === 'explanation' && isWide() && document.querySelector('mark.strong');
		if (key && !isInView(key)) bring(key, 'center');
	}

	follow(event: MouseEvent, id: string, { sentence, words }: Quote): void {
		if (!this.live || event.metaKey || event.ctrlKey || event.shiftKey) return;
		event.preventDefault();
		const state = { ...page.state, cited: { id, quote: { sentence, words } } };
		if (this.cited) replaceState('', state);
		else pushState('', state);
	}

	back(event: MouseEvent): void {
		if (!this.cited) return;
		event.preventDefault();
		history.back();
	}

	/** Brings the sentence, or after it the citation that led there, into view and focus. */
	async show(cited: Reading['cited']): Promise<void> {
		const last = this.#last;
		this.#last = cited?.id ?? null;
		if (cited) {
			this.pane = 'article';
			await tick();
			focusOn(`s${cited.quote.sentence}`, 'center');
		} else if (last !== null) {
			this.pane = 'card';
			await tick();
			focusOn(last, 'nearest');
		}
	}
}

/** As in Sheet.svelte: the article and the card side by side. */
const isWide = () => matchMedia('(min-width: 60rem)').matches;

function isInView(element: Element): boolean {
	const { top, bottom } = element.getBoundingClientRect();
	return top >= 0 && bottom <= innerHeight;
}

/**
 * At once, never gliding: a glide can be cut off by the next scroll and then ends anywhere, and what
 * is pressed meanwhile moves away under the finger. The mark shows where the eye has to go.
 */
function bring(element: Element, block: ScrollLogicalPosition): void {
	element.scrollIntoView({ block, behavior: 'instant' });
}

/** Moves focus to an element and brings it into view. */
function focusOn(id: string, block: ScrollLogicalPosition): void {
	const element = document.getElementById(id);
	if (!element) return;
	// A sentence takes focus only while it is pointed at.
	if (element.tabIndex < 0) element.tabIndex = -1;
	element.focus({ preventScroll: true });
	bring(element, block);
}
