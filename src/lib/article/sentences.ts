/**
 * Proposes blocks and sentence spans for plain English news text: a line is a paragraph, or a
 * heading where it is short and ends without a stop. Only proposes: what a pack publishes is locked
 * in its `facts.yaml`, so that a better splitter never renumbers a citation.
 *
 * The text itself is never altered; spans are UTF-16 offsets into it.
 */
import type { LockedBlock, Span } from './article.ts';

/** A heading is one line of at most this many characters. */
const HEADING_LENGTH = 90;

/**
 * Stops, with the closing quotes and brackets that belong to the sentence they end. The look-behind
 * keeps a line of a thousand stops from being searched a thousand times.
 */
const STOP = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s)/gu;
const ENDS_WITH_STOP = /[.!?…:;,]["'”’»)\]]*$/u;

/** Abbreviations that stand before a name or a number and so never end a sentence. */
const TITLES =
	/^(mr|mrs|ms|mx|dr|prof|gen|maj|col|lt|capt|cmdr|adm|sgt|sen|rep|gov|pres|rev|hon|st|mt|ft|vs|no|nos|vol|fig|p|pp|cf|eg|ie|approx)$/iu;
/** Abbreviations that may end a sentence: only a word that often begins one shows that they did. */
const ABBREVIATIONS =
	/^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|inc|ltd|co|corp|bros|jr|sr|etc|al|dept|univ|\p{L}|(\p{L}\.)+\p{L})$/iu;
const STARTERS =
	/^(the|a|an|this|that|these|those|it|its|he|she|they|we|you|his|her|their|our|there|here|in|on|at|by|for|from|with|as|after|before|since|when|while|if|but|and|or|so|yet|however|although|though|because|many|some|most|several|former|what|who|why|how|no|not|both|neither|according|during|meanwhile)$/iu;

const LONGEST_ABBREVIATION = 20;

/** '1.' or 'a.' at the beginning of a line. */
const LIST_MARK = /^\s*(\d{1,3}|\p{L})$/u;

/**
 * The blocks of a text, with its sentences. Any text gives spans that `checkSpans` accepts, and the
 * same text always the same ones.
 */
export function proposeBlocks(text: string): LockedBlock[] {
	const lines = linesOf(text);
	return lines.map((line, i) =>
		isHeading(text.slice(...line), i === lines.length - 1)
			? { heading: line }
			: { paragraph: sentencesOf(text, line) }
	);
}

/** Lines that hold anything, without the white space round them. */
function linesOf(text: string): Span[] {
	const lines: Span[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		const span = trimmed(text, start, start + line.length);
		if (span) lines.push(span);
		start += line.length + 1;
	}
	return lines;
}

/** Short, no stop at its end, and something follows it. */
const isHeading = (line: string, isLast: boolean): boolean =>
	!isLast && line.length <= HEADING_LENGTH && !ENDS_WITH_STOP.test(line);

function sentencesOf(text: string, [from, to]: Span): Span[] {
	const line = text.slice(from, to);
	const sentences: Span[] = [];
	let start = 0;
	for (const stop of line.matchAll(STOP)) {
		const end = stop.index + stop[0].length;
		if (!isBoundary(line.slice(start, stop.index), stop[0], line.slice(end).trimStart())) continue;
		const span = trimmed(text, from + start, from + end);
		if (span) sentences.push(span);
		start = end;
	}
	const rest = trimmed(text, from + start, to);
	return rest ? [...sentences, rest] : sentences;
}

/** Does a sentence end here? `before` is the sentence so far, `after` the line's rest. */
function isBoundary(before: string, stop: string, after: string): boolean {
	const word = /^["'“‘«([]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? '';
	// A small letter goes on with the sentence: 'a.m. on Monday', '“Why?” she asked', 'well… perhaps'.
	if (/^\p{Ll}/u.test(word) || /^[.!?…]/u.test(after)) return false;
	if (!stop.startsWith('.') || stop.startsWith('..')) return true;
	if (LIST_MARK.test(before)) return false;
	const last = /[\p{L}\p{N}.]*$/u.exec(before.slice(-LONGEST_ABBREVIATION))?.[0] ?? '';
	if (TITLES.test(last)) return false;
	return !ABBREVIATIONS.test(last) || STARTERS.test(word);
}

/** A span without white space at its ends; undefined where nothing is left. */
function trimmed(text: string, start: number, end: number): Span | undefined {
	const piece = text.slice(start, end);
	if (piece.trim() === '') return undefined;
	const from = start + piece.length - piece.trimStart().length;
	return [from, from + piece.trim().length];
}
