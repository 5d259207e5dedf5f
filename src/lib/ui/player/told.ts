/**
 * What only an explanation and the end of a quiz need, in a chunk of its own, so that a page that asks
 * stays light. Imported by `loadTold` (load.ts) wherever a view turns out to be no question.
 */
import type { StepView } from '../../study/view.ts';
import Explained from './Explained.svelte';
import LeftOpen from './LeftOpen.svelte';
import { backsOf, marksOf, signsOf } from './marks.ts';

/** Writes an answer of self-study down. Where that fails, the quiz goes on all the same. */
const record = (slug: string, view: StepView): void =>
	void import('../study/record.ts')
		.then(({ recordAnswer }) => recordAnswer(slug, view))
		.catch(() => undefined);

export const told = { Explained, LeftOpen, backsOf, marksOf, signsOf, record };

export type Told = typeof told;
