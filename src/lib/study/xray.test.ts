import { describe, expect, it } from 'vitest';
import type { Span } from '../article/article.ts';
import type { PackVersion } from '../questions/pack.ts';
import { layers, parseLayer, xrayView, type XrayView } from './xray.ts';

const text = 'Rain fell, Ann said. It could stop.\nTalks\nBob left.';
const span = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

/** Sentence 1 is Ann's but for its tail, 2 carries over to her, 3 has a stretch nobody marked. */
const pack: PackVersion = {
	slug: 'rain',
	version: '0',
	lang: 'en',
	title: { text: 'Rain', by: 'project' },
	teaser: 'Rain.',
	source: {
		publisher: null,
		author: null,
		date: null,
		link: null,
		invented: true,
		note: 'None.',
		rights: 'Ours.'
	},
	text,
	blocks: [
		{ paragraph: [span('Rain fell, Ann said.'), span('It could stop.')] },
		{ heading: span('Talks') },
		{ paragraph: [span('Bob left.')] }
	],
	minutes: 1,
	lix: 5,
	xray: {
		voices: [
			{ id: 'ann', name: 'Ann', kind: 'named-person' },
			{ id: 'reporter', name: 'the reporter', kind: 'reporter' }
		],
		voice: [
			{ span: span('Rain fell'), sentence: 1, voice: 'ann', shown: span('Ann said') },
			{ span: span('Ann said'), sentence: 1, voice: 'reporter', shown: null },
			{ span: span('It could stop.'), sentence: 2, voice: 'ann', shown: span('Ann said') },
			{ span: span('Bob'), sentence: 3, voice: 'reporter', shown: null }
		],
		certainty: [
			{ span: span('Rain fell, Ann said.'), sentence: 1, level: 'on-word', shown: null },
			{ span: span('It could stop.'), sentence: 2, level: 'possible', shown: span('could') }
		]
	},
	glossary: [],
	bank: []
};

const sentences = (view: XrayView) =>
	view.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []));
const runText = (run: { pieces: { text: string }[] }) =>
	run.pieces.map(({ text }) => text).join('');

describe('the X-ray of an article', () => {
	it.each(layers)('loses and adds no character of a sentence in the layer %s', (layer) => {
		const whole = sentences(xrayView(pack, layer)).map(({ runs }) => runs.map(runText).join(''));
		expect(whole).toEqual(['Rain fell, Ann said.', 'It could stop.', 'Bob left.']);
	});

	it('gives the mark that opens a quotation to the voice that is quoted', () => {
		const quoting = 'He said “rain (or (snow)”.';
		const at = (words: string): Span => [
			quoting.indexOf(words),
			quoting.indexOf(words) + words.length
		];
		const [first] = sentences(
			xrayView(
				{
					...pack,
					text: quoting,
					blocks: [{ paragraph: [[0, quoting.length]] }],
					xray: {
						...pack.xray,
						voice: [
							{ span: at('He said'), sentence: 1, voice: 'reporter', shown: null },
							{ span: at('rain (or (snow)'), sentence: 1, voice: 'ann', shown: at('He said') }
						],
						certainty: []
					}
				},
				'voice'
			)
		);
		expect(first?.runs.map(runText)).toEqual(['He said ', '“rain (or (snow)”.']);
	});

	it('cuts one sentence into the voices it carries and keeps punctuation with the words before', () => {
		const [first] = sentences(xrayView(pack, 'voice'));
		expect(first?.runs.map((run) => [runText(run), run.sign?.id])).toEqual([
			['Rain fell, ', 'ann'],
			['Ann said.', 'reporter']
		]);
	});

	it('marks the words that show a sign where they stand, in whichever run that is', () => {
		const marked = sentences(xrayView(pack, 'certainty')).flatMap(({ runs }) =>
			runs.flatMap(({ pieces }) => pieces.filter(({ shows }) => shows).map(({ text }) => text))
		);
		expect(marked).toEqual(['could']);
		const [first] = sentences(xrayView(pack, 'voice'));
		expect(first?.runs[1]?.pieces).toEqual([
			{ text: 'Ann said', shows: true },
			{ text: '.', shows: false }
		]);
	});

	it('says in which other sentence the words stand that show a voice', () => {
		const [, second] = sentences(xrayView(pack, 'voice'));
		expect(second?.runs[0]?.shown).toEqual({ sentence: 1, words: 'Ann said' });
	});

	it('leaves words unmarked that the pack leaves unmarked', () => {
		const last = sentences(xrayView(pack, 'voice')).at(-1);
		expect(last?.runs.map((run) => [runText(run), run.sign?.id ?? null])).toEqual([
			['Bob', 'reporter'],
			[' left.', null]
		]);
	});

	it('lists each sign once, by first appearance, with its sentences', () => {
		const { legend } = xrayView(pack, 'voice');
		expect(legend.map(({ sign, sentences }) => [sign.id, sentences])).toEqual([
			['ann', [1, 2]],
			['reporter', [1, 3]]
		]);
	});

	it('shows the kind of source of a voice as a layer of its own', () => {
		const { legend } = xrayView(pack, 'source');
		expect(legend.map(({ sign }) => sign.id)).toEqual(['named-person', 'reporter']);
	});

	it('opens the first layer for an address that names none', () => {
		expect(parseLayer('certainty')).toBe('certainty');
		expect(parseLayer(null)).toBe('voice');
		expect(parseLayer('constructor')).toBe('voice');
	});
});
