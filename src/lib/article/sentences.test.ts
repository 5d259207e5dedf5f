import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkSpans } from './article.ts';
import { proposeBlocks } from './sentences.ts';

const sentencesOf = (text: string): string[] =>
	proposeBlocks(text).flatMap((block) =>
		'paragraph' in block ? block.paragraph.map(([start, end]) => text.slice(start, end)) : []
	);

const headingsOf = (text: string): string[] =>
	proposeBlocks(text).flatMap((block) =>
		'heading' in block ? [text.slice(...block.heading)] : []
	);

/** Lines of ordinary signs: words, stops, quotes and spaces, in any order. */
const newsLike = fc
	.array(
		fc.constantFrom(
			'Mr',
			'U.S',
			'word',
			'The',
			'a',
			'3',
			'.',
			'!',
			'?',
			'…',
			'”',
			')',
			' ',
			'\n',
			'\r\n',
			'“',
			'—',
			'\u00a0',
			'\u2028'
		),
		{ maxLength: 60 }
	)
	.map((pieces) => pieces.join(''));

const anyText = fc.oneof(newsLike, fc.string({ unit: 'binary', maxLength: 200 }));

describe('any text', () => {
	it('gets spans that hold every word once', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(checkSpans(text, proposeBlocks(text))).toEqual([]);
			})
		);
	});

	it('gets the same spans each time', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(proposeBlocks(text)).toEqual(proposeBlocks(text));
			})
		);
	});

	it('gets sentences that stay as they are when the same line comes again', () => {
		fc.assert(
			fc.property(newsLike, (text) => {
				const line = text.replaceAll(/\s+/gu, ' ').trim();
				fc.pre(line !== '');
				const once = sentencesOf(`${line}.`);
				expect(sentencesOf(`${line}.\n${line}.`)).toEqual([...once, ...once]);
			})
		);
	});
});

it('gives the first article the sentences that its pack has locked', () => {
	const folder = new URL('../../../questions/moscow-demands/', import.meta.url);
	const text = readFileSync(new URL('article.txt', folder), 'utf8');
	const facts: unknown = parse(readFileSync(new URL('facts.yaml', folder), 'utf8'));
	expect(facts).toHaveProperty('blocks', proposeBlocks(text));
});

describe('a sentence ends', () => {
	it.each([
		['at a full stop, a question mark, an exclamation mark', 'It rained. Why? Oh! No.', 4],
		['after closing quotes and brackets', 'He said “Stop.” (She did.) “Fine!” Rain fell.', 4],
		['at an ellipsis before a capital', 'They waited… Nobody came.', 2],
		[
			'after an abbreviation before a word that begins one',
			'He left the U.S. The talks went on.',
			2
		],
		['after a time of day before such a word', 'It began at 9 a.m. It ended at noon.', 2],
		['at a number with a stop', 'Prices rose by 3.5. Wages did not.', 2]
	])('%s', (_, text, count) => {
		expect(sentencesOf(text)).toHaveLength(count);
	});
});

describe('a sentence goes on', () => {
	it.each([
		['after a title', 'Mr. Hill met Dr. Lee and Gen. Poe.'],
		['after initials', 'The book is by J. K. Hill of Leeds.'],
		['inside a country’s letters', 'He met U.S. President Ann Hill.'],
		['after a time of day', 'It began at 9 a.m. on Monday and ended at 5 p.m. London time.'],
		['in a decimal', 'It costs 3.50 euros.'],
		['after a month or a company’s form', 'On Jan. 5 Hill Inc. shares fell.'],
		['at a stop inside quotes before a small letter', '“Why now?” asked the mayor.'],
		['at an ellipsis before a small letter', 'He paused … and left.'],
		['through spaced dots', 'He said . . . nothing.'],
		['after the number of a list', '1. The town pays.']
	])('%s', (_, text) => {
		expect(sentencesOf(text)).toEqual([text]);
	});
});

describe('a heading', () => {
	it('is a short line without a stop that something follows', () => {
		expect(headingsOf('It rained.\nThe second day\nThe sun came out.')).toEqual(['The second day']);
	});

	it('is not a last line, a line with a stop, or a long one', () => {
		const long = 'word '.repeat(40).trim();
		expect(headingsOf(`It rained.\nHe said:\n${long}\nThe end`)).toEqual([]);
	});
});

it('splits a very long line of stops in the time of any other line', () => {
	// One search for each stop would need some 10^10 steps here.
	const text = `${'.'.repeat(200_000)}x ${'“'.repeat(200_000)}. End`;
	expect(checkSpans(text, proposeBlocks(text))).toEqual([]);
});
