/**
 * One explained answer for the first page: a real question of a pack with the reason for each
 * option, small enough to be understood at a glance.
 */
import { buildArticle, type Quote } from '../article/article.ts';
import type { PackVersion } from '../questions/pack.ts';
import { publicQuestion } from '../questions/public.ts';
import type { ChoiceQuestion } from '../questions/schema.ts';
import type { Skill } from '../questions/skills.ts';

export interface Example {
	skill: Skill;
	stem: string;
	passage: Quote | null;
	options: {
		id: string;
		text: string;
		quoted: boolean;
		right: boolean;
		why: string;
		/** The cited sentence in three parts, the middle one the cited words. */
		cited: { sentence: number; before: string; words: string; after: string } | null;
	}[];
}

/** Templates whose questions show best what the app is about, best first; others come after them. */
const telling = ['about-silence', 'which-words-hedge', 'who-said', 'headline-overclaim'];

/** Longest sentence that is still read on a first page, in characters. */
const longest = 230;

/** The most telling question of a pack that is short and whose every reason cites a sentence. */
export function selectOptionalExample(pack: PackVersion): Example | undefined {
	const sentences = buildArticle(pack.text, pack.blocks).sentences;
	const length = (quote: Quote) => sentences[quote.sentence - 1]?.text.length ?? Infinity;
	const isShort = (question: ChoiceQuestion) =>
		question.options.length <= 4 &&
		question.options.every(
			({ cite }) =>
				cite.quotes.length === 1 && cite.quotes.every((quote) => length(quote) <= longest)
		) &&
		question.options.every(({ id, cite }) => id !== question.key || cite.kind === 'settles');
	const [question] = pack.bank
		.filter((one) => one.kind === 'choice')
		.filter(isShort)
		.sort((a, b) => rank(a) - rank(b));
	if (!question) return undefined;
	const full = new Map(question.options.map((option) => [option.id, option]));
	const shown = publicQuestion(question, 'example');
	if (shown.kind !== 'choice') return undefined;
	return {
		skill: question.skill,
		stem: question.stem,
		passage: question.passage ?? null,
		options: shown.options.flatMap((option) => {
			const reason = full.get(option.id);
			if (!reason) return [];
			const [quote] = reason.cite.quotes;
			return {
				...option,
				right: option.id === question.key,
				why: reason.why,
				cited: quote ? inPlace(quote, sentences[quote.sentence - 1]?.text ?? quote.words) : null
			};
		})
	};
}

/** `sort` is stable: among equals the bank's order stays. */
function rank({ ref }: ChoiceQuestion): number {
	const at = telling.indexOf(ref.split('/')[0] ?? '');
	return at === -1 ? telling.length : at;
}

function inPlace({ sentence, words }: Quote, text: string) {
	const at = Math.max(0, text.indexOf(words));
	return {
		sentence,
		before: text.slice(0, at),
		words,
		after: text.slice(at + words.length)
	};
}
