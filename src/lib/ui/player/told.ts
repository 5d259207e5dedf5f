/**
 * What only an explanation needs, in a chunk of its own, so that a page that asks stays light.
 * Imported by `loadTold` (load.ts) wherever a view turns out to be an explanation.
 */
import Explained from './Explained.svelte';
import { backsOf, marksOf, signsOf } from './marks.ts';

export const told = { Explained, backsOf, marksOf, signsOf };

export type Told = typeof told;
