// What a learner may be called in a class, and when two names are the same name.

import { isOffensive } from './offensive.ts';

/** Characters as a reader counts them. */
export const NICKNAME_LIMIT = 40;
/** Names from a teacher's list are whole names. */
export const LISTED_LIMIT = 80;
/** UTF-16 units: a single visible character can be made of hundreds. */
const UNITS = 5;

export type NicknameProblem = 'empty' | 'long' | 'characters' | 'offensive';

export interface Nickname {
	nickname: string;
	/** As it is compared: no two in a class are alike. */
	key: string;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Controls, direction marks, private and unassigned characters, and what shows nothing. */
const REFUSED = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Joiners inside an emoji or between letters, and the sign that asks for its coloured form. */
const JOINED =
	/(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])(?:\u200d(?=\p{Extended_Pictographic})|\ufe0f)|(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})|(?<=[0-9#*])\ufe0f(?=\u20e3)/gu;
/** More marks on one letter than any language writes. */
const PILED = /\p{M}{4,}/u;

/** Names are the same if they differ only in case, width, spaces or what shows nothing. */
export function nicknameKey(name: string): string {
	const fold = (text: string) =>
		text
			.normalize('NFKC')
			.toUpperCase()
			.toLowerCase()
			.normalize('NFKC')
			.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
	// Taking something out can bring together what composes.
	return fold(fold(name));
}

/** A name from a teacher's list: the same rules without the list of words. */
export function parseListedName(
	typed: string
): Nickname | { problem: Exclude<NicknameProblem, 'offensive'> } {
	return parseName(typed, LISTED_LIMIT);
}

export function parseNickname(typed: string): Nickname | { problem: NicknameProblem } {
	const parsed = parseName(typed, NICKNAME_LIMIT);
	return 'nickname' in parsed && isOffensive(parsed.nickname) ? { problem: 'offensive' } : parsed;
}

function parseName(
	typed: string,
	limit: number
): Nickname | { problem: Exclude<NicknameProblem, 'offensive'> } {
	const nickname = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
	if (nickname === '') return { problem: 'empty' };
	if (nickname.length > limit * UNITS) return { problem: 'long' };
	if (Array.from(graphemes.segment(nickname)).length > limit) return { problem: 'long' };
	if (REFUSED.test(nickname.replace(JOINED, '')) || PILED.test(nickname.normalize('NFD')))
		return { problem: 'characters' };
	const key = nicknameKey(nickname);
	return key === '' ? { problem: 'characters' } : { nickname, key };
}
