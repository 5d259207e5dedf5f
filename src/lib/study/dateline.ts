/**
 * What stands above an article and wherever it is named: is it news or written for practice, who published
 * it, how hard it is to read. It is put into words here and travels with the view, so that a page that asks
 * need not load the words.
 */
import { readingLevel, type ReadingLevel } from '../article/readability.ts';
import type { PackVersion } from '../questions/pack.ts';

const levels: Record<ReadingLevel, string> = {
	easy: 'easy to read',
	medium: 'of medium difficulty',
	hard: 'hard to read'
};

/** How hard it is, with the measure behind it: 'easy to read (LIX 32)'. */
export const levelText = (lix: number): string =>
	`${levels[readingLevel(lix)]} (LIX ${String(lix)})`;

/** For an article that was written for practice. Short, since it stands in a row with other facts. */
export const practiceText = 'Practice article: people and places are invented';

/** 'Practice article: …', 'The Lantern', 'date not given in the text we have', '25 sentences, 4 minutes, …'. */
export function datelineOf(pack: PackVersion, sentences: number): string[] {
	const { publisher, author, date, invented } = pack.source;
	const missing = [
		...(publisher === null ? ['publisher'] : []),
		...(date === null ? ['date'] : [])
	].join(' and ');
	return [
		...(invented ? [practiceText] : []),
		...(pack.title.by === 'project' ? ['Title ours'] : []),
		...[publisher, author, date].filter((known) => known !== null),
		...(missing === '' ? [] : [`${missing} not given in the text we have`]),
		`${counted(sentences, 'sentence')}, ${counted(pack.minutes, 'minute')}, ${levelText(pack.lix)}`
	];
}

const counted = (n: number, one: string): string => `${String(n)} ${one}${n === 1 ? '' : 's'}`;
