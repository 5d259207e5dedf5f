/** The words round an article's text. */
import { counted } from '../counting.ts';
import type { ArticleView } from '../../study/view.ts';
import type { Sign } from './choosing.svelte.ts';

export const words = {
	/** 'Title ours · publisher and date not given in the text we have · 25 sentences, 4 minutes' */
	dateline: ({ titleBy, source, sentences, minutes }: ArticleView): string[] => {
		const missing = [
			...(source.publisher === null ? ['publisher'] : []),
			...(source.date === null ? ['date'] : [])
		].join(' and ');
		return [
			...(titleBy === 'project' ? ['Title ours'] : []),
			...(source.publisher === null ? [] : [source.publisher]),
			...(source.author === null ? [] : [source.author]),
			...(source.date === null ? [] : [source.date]),
			...(missing === '' ? [] : [`${missing} not given in the text we have`]),
			`${counted(sentences, 'sentence')}, ${counted(minutes, 'minute')}`
		];
	},
	sentence: 'Sentence ',
	back: 'back to the reason',
	sign: {
		right: 'chosen, settles it',
		missed: 'settles it, not chosen',
		wrong: 'chosen, does not settle it'
	} satisfies Record<Sign, string>
};
