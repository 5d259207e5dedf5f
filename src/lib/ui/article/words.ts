/** The words round an article's text. */
import type { Sign } from './choosing.svelte.ts';

export const words = {
	sentence: 'Sentence ',
	glossary: 'Words explained',
	back: 'back to the reason',
	sign: {
		right: 'chosen, settles it',
		missed: 'settles it, not chosen',
		wrong: 'chosen, does not settle it'
	} satisfies Record<Sign, string>
};
