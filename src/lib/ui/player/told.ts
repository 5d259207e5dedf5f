/**
 * What only an explanation and the end of a quiz need, in a chunk of its own, so that a page that asks
 * stays light. Imported by `loadTold` (load.ts) wherever a view turns out to be no question.
 */
import Explained from './Explained.svelte';
import LeftOpen from './LeftOpen.svelte';
import { backsOf, marksOf, signsOf } from './marks.ts';

export const told = { Explained, LeftOpen, backsOf, marksOf, signsOf };

export type Told = typeof told;
