/**
 * The X-ray of an article: one layer over the text, cut into runs. Voice, certainty and kind of
 * source belong to stretches of a sentence, not to sentences; a sentence may carry several.
 *
 * Pure cutting: what the labels say and how they look is for `ui/xray/`.
 */
import { buildArticle, type Quote, type Sentence, type Span } from '../article/article.ts';
import type { CertaintyLevel, SourceKind } from '../facts/schema.ts';
import type { PackVersion, XrayVoice } from '../questions/pack.ts';

export const layers = ['voice', 'certainty', 'source'] as const;
export type Layer = (typeof layers)[number];

/** What a run carries. `id` is equal where the label is equal. */
export type Sign =
	| { layer: 'voice'; id: string; voice: XrayVoice }
	| { layer: 'source'; id: SourceKind; voice: XrayVoice }
	| { layer: 'certainty'; id: CertaintyLevel };

/** A stretch of a sentence under one sign; `sign` is null where the pack says nothing. */
export interface Run {
	/** In reading order. `shows`: these words show a sign, this run's or another's. */
	pieces: { text: string; shows: boolean }[];
	sign: Sign | null;
	/** The words that show this run's sign, maybe in another sentence. */
	shown: Quote | null;
}

export interface XraySentence {
	n: number;
	runs: Run[];
}

export type XrayBlock =
	{ kind: 'heading'; text: string } | { kind: 'paragraph'; sentences: XraySentence[] };

export interface XrayView {
	layer: Layer;
	blocks: XrayBlock[];
	/** Every sign of the layer by first appearance, with the sentences that carry it. */
	legend: { sign: Sign; sentences: number[] }[];
}

interface Stretch {
	span: Span;
	sentence: number;
	sign: Sign;
	shown: Span | null;
}

/** One layer over the text. The runs of a sentence, joined, are the sentence to the character. */
export function xrayView(pack: PackVersion, layer: Layer): XrayView {
	const article = buildArticle(pack.text, pack.blocks);
	const stretches = stretchesOf(pack, layer);
	const evidence = stretches.flatMap(({ shown }) => (shown ? [shown] : []));
	const quote = (span: Span): Quote => ({
		sentence:
			article.sentences.find(({ start, end }) => start <= span[0] && span[1] <= end)?.n ?? 0,
		words: pack.text.slice(span[0], span[1])
	});

	const cut = (sentence: Sentence): XraySentence => ({
		n: sentence.n,
		runs: cover(
			pack.text,
			sentence,
			stretches.filter((stretch) => stretch.sentence === sentence.n)
		).map(({ span, stretch }) => ({
			pieces: splitBy(span, evidence).map((piece) => ({
				text: pack.text.slice(piece.span[0], piece.span[1]),
				shows: piece.inside
			})),
			sign: stretch?.sign ?? null,
			shown: stretch?.shown ? quote(stretch.shown) : null
		}))
	});

	const legend = new Map<string, { sign: Sign; sentences: number[] }>();
	for (const { sign, sentence } of stretches) {
		const entry = legend.get(sign.id) ?? { sign, sentences: [] };
		if (!entry.sentences.includes(sentence)) entry.sentences.push(sentence);
		legend.set(sign.id, entry);
	}

	return {
		layer,
		blocks: article.blocks.map((block) =>
			block.kind === 'heading'
				? { kind: 'heading', text: block.text }
				: { kind: 'paragraph', sentences: block.sentences.map(cut) }
		),
		legend: [...legend.values()]
	};
}

/** Reads a layer from an address; anything else is the first one. */
export const parseLayer = (text: string | null): Layer =>
	layers.find((layer) => layer === text) ?? 'voice';

function stretchesOf({ xray }: PackVersion, layer: Layer): Stretch[] {
	if (layer === 'certainty')
		return xray.certainty.map(({ level, ...stretch }) => ({
			...stretch,
			sign: { layer, id: level }
		}));
	const voices = new Map(xray.voices.map((voice) => [voice.id, voice]));
	return xray.voice.flatMap(({ voice: id, ...stretch }) => {
		const voice = voices.get(id);
		if (!voice) return [];
		return {
			...stretch,
			sign:
				layer === 'voice'
					? ({ layer, id, voice } as const)
					: ({ layer, id: voice.kind, voice } as const)
		};
	});
}

/** A word character: what lies between stretches without one is punctuation and joins the run before it. */
const word = /[\p{L}\p{N}]/u;

const opening = /[\p{Ps}\p{Pi}]/u;

/** Covers a sentence with its stretches and the gaps between them. */
function cover(
	text: string,
	sentence: Sentence,
	stretches: readonly Stretch[]
): { span: Span; stretch: Stretch | null }[] {
	const runs: { span: Span; stretch: Stretch | null }[] = [];
	const push = (start: number, end: number, stretch: Stretch | null) => {
		if (start >= end) return;
		const last = runs.at(-1);
		if (stretch === null && last && !word.test(text.slice(start, end)))
			last.span = [last.span[0], end];
		else runs.push({ span: [start, end], stretch });
	};
	let at = sentence.start;
	for (const stretch of stretches) {
		let start = Math.max(at, stretch.span[0]);
		// A mark that opens a quotation belongs to the voice that is quoted.
		while (start > at && opening.test(text.charAt(start - 1))) start--;
		push(at, start, null);
		push(start, stretch.span[1], stretch);
		at = Math.max(at, stretch.span[1]);
	}
	push(at, sentence.end, null);
	return runs;
}

/** Cuts a span where one of the others begins or ends. */
function splitBy(span: Span, others: readonly Span[]): { span: Span; inside: boolean }[] {
	const edges = new Set([...span, ...others.flat()]);
	const cuts = [...edges].filter((at) => at >= span[0] && at <= span[1]).sort((a, b) => a - b);
	const pieces: { span: Span; inside: boolean }[] = [];
	cuts.slice(1).forEach((end, i) => {
		const start = cuts[i] ?? end;
		const inside = others.some(([from, to]) => from <= start && end <= to);
		const last = pieces.at(-1);
		if (last?.inside === inside) last.span = [last.span[0], end];
		else pieces.push({ span: [start, end], inside });
	});
	return pieces;
}
