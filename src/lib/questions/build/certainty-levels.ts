/** Words for the six levels of certainty, shared by the templates that ask for a level. */
import type { CertaintyLevel, CertaintySpan } from '../../facts/schema.ts';

export const levelWords: Record<
	CertaintyLevel,
	{
		/** As a column: 'The article leaves it open'. */
		column: string;
		/** After 'How does the article present …?'. */
		as: string;
	}
> = {
	plain: {
		column: 'The article says it flat, in its own voice',
		as: 'As settled, in the article’s own voice'
	},
	'on-word': {
		column: 'It is said flat, but on somebody’s word',
		as: 'As settled, but on somebody’s word'
	},
	reported: {
		column: 'It is passed on without saying from whom',
		as: 'As reported, without saying by whom'
	},
	possible: {
		column: 'It is put as something that could be',
		as: 'As something that could come to be'
	},
	appears: {
		column: 'It is marked as somebody’s judgement',
		as: 'As a judgement that somebody makes'
	},
	open: {
		column: 'The article leaves it open',
		as: 'As something that is not known yet'
	}
};

/** Why a span has its level, in one line that points at the words that show it. */
export function levelReason({ level, shown = '' }: CertaintySpan): string {
	const several = shown.includes(' ');
	const words = `The ${several ? 'words' : 'word'} “${shown}”`;
	const say = (verb: string): string => (several ? verb : `${verb}s`);
	switch (level) {
		case 'plain':
			return 'No word holds it back, and no other voice is put in front of it.';
		case 'on-word':
			return shown === ''
				? 'It is said flat, and a voice stands behind it.'
				: `It is said flat, and “${shown}” puts a voice behind it.`;
		case 'reported':
			return `${words} ${several ? 'pass' : 'passes'} it on without any source.`;
		case 'possible':
			return `${words} ${say('make')} it possible, not settled.`;
		case 'appears':
			return `${words} ${say('mark')} it as somebody’s judgement.`;
		case 'open':
			return `${words} ${say('leave')} it open.`;
	}
}
