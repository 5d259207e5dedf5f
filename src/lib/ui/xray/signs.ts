/** How each sign of a layer looks: a line and a tone for the eye, a letter or a name for everyone. */
import type { CertaintyLevel, SourceKind } from '../../facts/schema.ts';
import type { Sign } from '../../study/xray.ts';
import { levelWords, sourceWords } from '../words.ts';

export interface SignLook {
	/** Style of the underline: differs for every label of a layer, so colour is never needed. */
	line: 'none' | 'solid' | 'thick' | 'dashed' | 'dotted' | 'double' | 'wavy';
	tone: 'reporter' | 'named' | 'unnamed' | 'official';
	/** What stands before a run: a letter, or in the voice layer the name itself. */
	tag: string;
	/** In full. */
	name: string;
	/** What it means for a reader. */
	note: string;
}

const sourceLooks: Record<SourceKind, Pick<SignLook, 'line' | 'tone'>> = {
	reporter: { line: 'none', tone: 'reporter' },
	'named-person': { line: 'solid', tone: 'named' },
	organisation: { line: 'double', tone: 'official' },
	document: { line: 'thick', tone: 'official' },
	group: { line: 'dotted', tone: 'unnamed' },
	unnamed: { line: 'dashed', tone: 'unnamed' },
	'not-given': { line: 'wavy', tone: 'unnamed' }
};

const levelLooks: Record<CertaintyLevel, Pick<SignLook, 'line' | 'tone'>> = {
	plain: { line: 'none', tone: 'reporter' },
	'on-word': { line: 'solid', tone: 'named' },
	reported: { line: 'dashed', tone: 'unnamed' },
	possible: { line: 'dotted', tone: 'unnamed' },
	appears: { line: 'wavy', tone: 'official' },
	open: { line: 'double', tone: 'official' }
};

export function lookOf(sign: Sign): SignLook {
	switch (sign.layer) {
		case 'voice':
			return {
				...sourceLooks[sign.voice.kind],
				tag: sign.voice.name,
				name: capital(sign.voice.name),
				note: sourceWords[sign.voice.kind].name
			};
		case 'source': {
			const { letter, name, check } = sourceWords[sign.id];
			return { ...sourceLooks[sign.id], tag: letter, name, note: check };
		}
		case 'certainty': {
			const { letter, name, what } = levelWords[sign.id];
			return { ...levelLooks[sign.id], tag: letter, name, note: what };
		}
	}
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
