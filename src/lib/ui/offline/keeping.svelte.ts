/** Keeping every article on this device: what is there, what is coming, and why it does not. */
import { fetchLibrary, fetchPack, listKept, type PackName } from '../../study/kept.ts';
import type { LibraryEntry } from '../../study/library.ts';
import { wantAll } from './wanted.ts';
import { worker } from './worker.svelte.ts';

export type Stage =
	'looking' | 'idle' | 'going' | 'stopped' | 'broken-off' | 'refused' | 'impossible';

const keyOf = ({ slug, version }: PackName) => `${slug}/${version}`;
const sum = (articles: readonly LibraryEntry[]) =>
	articles.reduce((total, { bytes }) => total + bytes, 0);

export class Keeping {
	readonly articles: readonly LibraryEntry[];
	stage = $state<Stage>('looking');
	#kept = $state.raw<readonly string[]>([]);
	#stopping: AbortController | null = null;

	readonly rest = $derived.by(() => this.articles.filter((one) => !this.has(one)));
	readonly all: number;
	readonly left = $derived.by(() => sum(this.rest));

	constructor(articles: readonly LibraryEntry[]) {
		this.articles = articles;
		this.all = sum(articles);
	}

	has(article: PackName): boolean {
		return this.#kept.includes(keyOf(article));
	}

	/** Looks at what is kept. */
	async look(): Promise<void> {
		this.#kept = (await listKept()).map(keyOf);
		if (this.stage === 'looking') this.stage = 'caches' in globalThis ? 'idle' : 'impossible';
	}

	/** Fetches what is missing, one article after another, until all is here or something is in the way. */
	async go(): Promise<void> {
		const { signal } = (this.#stopping = new AbortController());
		this.stage = 'going';
		wantAll();
		try {
			if (!(await worker.isReady())) {
				this.stage = navigator.onLine ? 'impossible' : 'broken-off';
				return;
			}
			await fetchLibrary();
			for (const article of this.rest) {
				const { kept } = await fetchPack(article, signal);
				if (!kept) {
					this.stage = 'refused';
					return;
				}
				this.#kept = [...this.#kept, keyOf(article)];
			}
			this.stage = 'idle';
		} catch {
			this.stage = signal.aborted ? 'stopped' : 'broken-off';
		}
	}

	stop(): void {
		this.#stopping?.abort();
	}
}
