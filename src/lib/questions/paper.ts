/**
 * What was written on a printed worksheet, typed in short: letters and numbers as they stand on the
 * paper, where options and columns are lettered in the order in which they are printed.
 *
 * | kind | typed | means |
 * |---|---|---|
 * | choice | `b` | the second option |
 * | multiple | `ac` | the first and the third |
 * | verdict | `s`, `c`, `n` | stated, contradicted, not stated |
 * | match, categorise | `ab-a` | a letter for each line from the top, `-` for one left open |
 * | order | `2 1 3` | the number written before each line, from the top |
 * | select | `14` or `3 7` | numbers of sentences |
 * | two-part | `b 14` | option, then sentences; either may be missing |
 * | altered | `never, 2015` or `4 9` | the words underlined, or their places in the retelling |
 *
 * Capitals, commas and further spaces make no difference. Leaving the page is not typed in.
 */
import { sentencesOf } from './ids.ts';
import type { PublicOption, PublicQuestion } from './public.ts';
import { formFromResponse, type FormAnswer, type Response } from './response.ts';

type On<Kind extends PublicQuestion['kind']> = Extract<PublicQuestion, { kind: Kind }>;

const letterAt = (i: number): string => String.fromCharCode(97 + i);

/** 'a to d'. */
const letters = (options: readonly PublicOption[]): string =>
	options.length === 1 ? 'a' : `a to ${letterAt(options.length - 1)}`;

/** What a cell may hold, in words: for a column's head, and for one that could not be read. */
export function paperHelp(question: PublicQuestion): string {
	switch (question.kind) {
		case 'choice':
			return `a letter, ${letters(question.options)}`;
		case 'multiple':
			return `letters, ${letters(question.options)}, such as ac`;
		case 'verdict':
			return 's stated, c contradicted, n not stated';
		case 'match':
		case 'categorise':
			return `${question.rows.length} letters, ${letters(question.columns)}, one for each line; - where none is written`;
		case 'order':
			return `the ${question.items.length} numbers before the lines, from the top`;
		case 'select':
			return question.pick === 1 ? 'number of a sentence' : `numbers of ${question.pick} sentences`;
		case 'two-part':
			return `a letter, ${letters(question.options)}, then ${question.pick === 1 ? 'a sentence' : `${question.pick} sentences`}, such as b 14`;
		case 'altered':
			return 'the words underlined, with commas; or their places';
		case 'leave':
			return 'not marked, not typed in';
	}
}

/** The same in a word or two, for a narrow column. */
export function paperHint(question: PublicQuestion): string {
	const run = (options: readonly PublicOption[]) => letters(options).replace(' to ', '–');
	switch (question.kind) {
		case 'choice':
		case 'multiple':
			return run(question.options);
		case 'verdict':
			return 's c n';
		case 'match':
		case 'categorise':
			return `${question.rows.length} × ${run(question.columns)}`;
		case 'order':
			return `1–${question.items.length}`;
		case 'select':
			return 'no.';
		case 'two-part':
			return `${run(question.options)} + no.`;
		case 'altered':
			return 'words';
		case 'leave':
			return '';
	}
}

/** @returns a fault in words for a text that is no answer to this question */
export function parsePaper(text: string, question: PublicQuestion): FormAnswer {
	const typed = text.trim().toLowerCase();
	if (typed === '' || question.kind === 'leave') return { empty: true };
	const response = read(typed, question);
	if (!response) return { fault: paperHelp(question) };
	// All lines left open is no answer.
	return formFromResponse(response).length === 0 ? { empty: true } : { response };
}

function read(typed: string, question: PublicQuestion): Response | undefined {
	switch (question.kind) {
		case 'choice': {
			const [option, ...more] = lettered(typed, question.options) ?? [];
			return option === undefined || more.length > 0 ? undefined : { kind: 'choice', option };
		}
		case 'multiple': {
			const options = lettered(typed, question.options);
			return options && { kind: 'multiple', options: [...options].sort() };
		}
		case 'verdict': {
			const option = question.options.find(({ id }) => id === typed || id.charAt(0) === typed);
			return option && { kind: 'verdict', option: option.id };
		}
		case 'match':
		case 'categorise':
			return readGrid(typed, question);
		case 'order':
			return readOrder(typed, question);
		case 'select': {
			const sentences = readSentences(typed, question);
			return sentences && { kind: 'select', sentences };
		}
		case 'two-part': {
			const [, letter = '', rest = ''] = /^([a-z]?)(?![a-z])[\s,_]*(.*)$/su.exec(typed) ?? [];
			const option = letter === '' ? null : lettered(letter, question.options)?.[0];
			const sentences = rest === '' ? [] : readSentences(rest, question);
			if (option === undefined || !sentences || (letter === '' && rest === '')) return undefined;
			return { kind: 'two-part', option, sentences };
		}
		case 'altered':
			return readWords(typed, question);
		case 'leave':
			return undefined;
	}
}

const parts = (typed: string): string[] => typed.split(/[\s,;]+/u).filter((part) => part !== '');

/** Ids of options by their letters, each once; undefined where one is none of them. */
function lettered(typed: string, options: readonly PublicOption[]): string[] | undefined {
	const given = Array.from(parts(typed).join(''));
	const ids = given.flatMap((letter) => options[letter.charCodeAt(0) - 97]?.id ?? []);
	return ids.length === given.length && new Set(ids).size === ids.length && ids.length > 0
		? ids
		: undefined;
}

function readGrid(typed: string, question: On<'match' | 'categorise'>): Response | undefined {
	const given = Array.from(parts(typed).join(''));
	if (given.length !== question.rows.length) return undefined;
	const columns: Record<string, string> = {};
	for (const [i, letter] of given.entries()) {
		if (letter === '-') continue;
		const row = question.rows[i];
		const column = question.columns[letter.charCodeAt(0) - 97];
		if (!row || !column) return undefined;
		columns[row.id] = column.id;
	}
	return { kind: question.kind, columns };
}

function readOrder(typed: string, { items }: On<'order'>): Response | undefined {
	const given = parts(typed);
	// Up to nine lines, their numbers may stand together.
	const places = given.length === 1 ? Array.from(given[0] ?? '') : given;
	const inOrder = items.flatMap((_, i) => {
		const at = places.indexOf(String(i + 1));
		return at === -1 ? [] : (items[at]?.id ?? []);
	});
	return places.length === items.length && inOrder.length === items.length
		? { kind: 'order', items: inOrder }
		: undefined;
}

function readSentences(typed: string, question: On<'select' | 'two-part'>): number[] | undefined {
	const given = typed.split(/[\s,;+-]+/u).filter((part) => part !== '');
	const known = sentencesOf(question);
	const isOne = (part: string) =>
		/^[1-9]\d*$/u.test(part) && (typeof known === 'function' ? known(part) : known.includes(part));
	const isSound =
		given.length > 0 &&
		given.length <= question.pick &&
		new Set(given).size === given.length &&
		given.every(isOne);
	return isSound ? given.map(Number).sort((a, b) => a - b) : undefined;
}

/** A word as it is compared: without what stands round it. */
const bare = (word: string): string =>
	word
		.toLowerCase()
		.replaceAll('’', "'")
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');

/** Words first: a retelling may have numbers in it. Of a word that stands there twice, its place. */
function readWords(typed: string, { tokens }: On<'altered'>): Response | undefined {
	const found = new Set<string>();
	for (const part of typed.split(/[,;]+/u).flatMap((piece) => piece.trim() || [])) {
		const alone = tokens.filter(({ text }) => bare(text) === bare(part));
		const ids = alone.length > 0 ? alone : parts(part).map((word) => tokenOf(word, tokens));
		if (ids.length !== 1 && alone.length > 0) return undefined;
		for (const token of ids) {
			if (!token || found.has(token.id)) return undefined;
			found.add(token.id);
		}
	}
	return found.size > 0 ? { kind: 'altered', tokens: [...found] } : undefined;
}

function tokenOf<Token extends { text: string }>(
	word: string,
	tokens: readonly Token[]
): Token | undefined {
	const same = tokens.filter(({ text }) => bare(text) === bare(word));
	if (same.length > 0) return same.length === 1 ? same[0] : undefined;
	return /^\d+$/u.test(word) ? tokens[Number(word) - 1] : undefined;
}

/** A response as it is typed: {@link parsePaper} reads it back. */
export function paperText(response: Response, question: PublicQuestion): string {
	const at = (options: readonly PublicOption[], id: string): string => {
		const i = options.findIndex((option) => option.id === id);
		return i === -1 ? '' : letterAt(i);
	};
	switch (response.kind) {
		case 'verdict':
			return response.option.charAt(0);
		case 'choice':
			return 'options' in question ? at(question.options, response.option) : '';
		case 'multiple':
			return 'options' in question
				? response.options
						.map((id) => at(question.options, id))
						.sort()
						.join('')
				: '';
		case 'match':
		case 'categorise':
			return 'rows' in question
				? question.rows
						.map(({ id }) => at(question.columns, response.columns[id] ?? '') || '-')
						.join('')
				: '';
		case 'order':
			return 'items' in question
				? question.items.map(({ id }) => response.items.indexOf(id) + 1).join(' ')
				: '';
		case 'select':
			return response.sentences.join(' ');
		case 'two-part':
			return [
				response.option === null || !('options' in question)
					? ''
					: at(question.options, response.option),
				...response.sentences
			]
				.filter((part) => part !== '')
				.join(' ');
		case 'altered':
			return 'tokens' in question
				? question.tokens
						.flatMap(({ id, text }, i) =>
							!response.tokens.includes(id)
								? []
								: question.tokens.filter((one) => bare(one.text) === bare(text)).length === 1
									? bare(text)
									: String(i + 1)
						)
						.join(', ')
				: '';
		case 'leave':
			return '';
	}
}
