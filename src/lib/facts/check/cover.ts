/**
 * Voice and certainty cover every word of every sentence exactly once, and each says what shows it.
 * Spaces and punctuation between two spans may belong to neither.
 */
import type { Article, Sentence, Span } from '../../article/article.ts';
import { resolveCertainty, resolveVoices, type Stretch } from '../resolve.ts';
import type { Facts } from '../schema.ts';
import { show, type Path } from '../yaml.ts';
import { checkSentence, quoteFault } from './quotes.ts';
import type { Found } from './walk.ts';

export function checkCover(
	facts: Facts,
	article: Article,
	lineOf: (path: Path) => number
): Found[] {
	return [
		...checkNumbers('voice-spans', facts, article),
		...checkNumbers('certainty-spans', facts, article),
		...checkLayer('voice-spans', resolveVoices(facts, article), article, lineOf),
		...checkLayer('certainty-spans', resolveCertainty(facts, article), article, lineOf),
		...facts['voice-spans'].flatMap((span, i) => checkVoiceShown(facts, span, i)),
		...facts['certainty-spans'].flatMap((span, i) => checkCertaintyShown(article, span, i)),
		...checkAbout(facts, article)
	];
}

/** Spans of whole sentences; those with words are quotations and looked up as such. */
function checkNumbers(
	list: 'voice-spans' | 'certainty-spans',
	facts: Facts,
	article: Article
): Found[] {
	return facts[list].flatMap(({ s, words }, i) => {
		const message = words === undefined ? checkSentence(article, s) : undefined;
		return message === undefined ? [] : [{ path: [list, i], message }];
	});
}

function checkLayer(
	list: 'voice-spans' | 'certainty-spans',
	stretches: readonly (Stretch | undefined)[],
	article: Article,
	lineOf: (path: Path) => number
): Found[] {
	const found: Found[] = [];
	const own = new Map<number, { span: Span; path: Path }[]>();
	for (const [i, stretch] of stretches.entries()) {
		// What does not resolve is a wrong quotation and reported as one.
		if (!stretch) continue;
		const spans = own.get(stretch.sentence) ?? [];
		spans.push({ span: stretch.span, path: [list, i] });
		own.set(stretch.sentence, spans);
	}
	for (const sentence of article.sentences) {
		const spans = (own.get(sentence.n) ?? []).sort((one, other) => one.span[0] - other.span[0]);
		let at = sentence.start;
		let last: Path | undefined;
		for (const { span, path } of spans) {
			if (span[0] < at && last)
				found.push({
					path,
					message: `this span of sentence ${sentence.n} overlaps the one in line ${lineOf(last)}; shorten one of them`
				});
			else found.push(...uncovered(list, sentence, article, [at, span[0]]));
			at = Math.max(at, span[1]);
			last = path;
		}
		found.push(...uncovered(list, sentence, article, [at, sentence.end]));
	}
	return found;
}

function uncovered(list: string, sentence: Sentence, article: Article, span: Span): Found[] {
	const words = article.text.slice(span[0], span[1]);
	if (!/[\p{L}\p{N}]/u.test(words)) return [];
	const whole = span[0] === sentence.start && span[1] === sentence.end;
	return [
		{
			path: [list],
			message: `${whole ? `sentence ${sentence.n} is` : `${show(words.trim())} in sentence ${sentence.n} is`} in no span of ${list}; add one`
		}
	];
}

function checkVoiceShown(facts: Facts, span: Facts['voice-spans'][number], i: number): Found[] {
	const voice = facts.voices.find(({ id }) => id === span.voice);
	if (!voice || voice.kind === 'reporter' || span.shown) return [];
	return [
		{
			path: ['voice-spans', i],
			message: `“shown” is missing: quote the words that show that ${show(voice.name)} speaks here`
		}
	];
}

function checkCertaintyShown(
	article: Article,
	span: Facts['certainty-spans'][number],
	i: number
): Found[] {
	const path = ['certainty-spans', i];
	if (checkSentence(article, span.s) !== undefined) return [];
	if (span.shown === undefined)
		return span.level === 'plain' || span.level === 'on-word'
			? []
			: [{ path, message: `“shown” is missing: name the words that make this “${span.level}”` }];
	const inSpan = span.words?.split(span.shown).length === 2;
	const fault = inSpan ? undefined : quoteFault(article, { sentence: span.s, words: span.shown });
	return fault === undefined ? [] : [{ path: [...path, 'shown'], message: fault }];
}

/** One line about every sentence and none about others. */
function checkAbout(facts: Facts, article: Article): Found[] {
	const missing = article.sentences
		.filter(({ n }) => facts.about[n] === undefined)
		.map(({ n }) => ({
			path: ['about'],
			message: `sentence ${n} has no line; add “${n}: what it is about”`
		}));
	const extra = Object.keys(facts.about).flatMap((n) => {
		const message = checkSentence(article, Number(n));
		return message === undefined ? [] : [{ path: ['about', n], message }];
	});
	return [...missing, ...extra];
}
