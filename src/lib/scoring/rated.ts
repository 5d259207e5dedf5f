/** Which questions ask for certainty. Apart from certainty.ts, as a page that asks reports nothing. */
import type { Kind } from '../questions/schema.ts';

/** Is certainty asked on questions of this kind? */
export const asksCertainty = (kind: Kind): boolean =>
	kind === 'choice' || kind === 'verdict' || kind === 'two-part';
