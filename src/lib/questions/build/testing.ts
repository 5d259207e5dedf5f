/** For tests only: a context from a few sentences and the facts that a template reads. */
import * as v from 'valibot';
import { buildArticle, findWords, type Span } from '../../article/article.ts';
import { factsSchema } from '../../facts/schema.ts';
import { assemble } from './assemble.ts';
import type { Context, Template } from './context.ts';

type FactsInput = v.InferInput<typeof factsSchema>;

/** The sentences make one paragraph; sentence 1 is about 'matter 1' and so on. */
export function contextOf(sentences: readonly string[], facts: Partial<FactsInput>): Context {
	const text = sentences.join(' ');
	let at = 0;
	const paragraph = sentences.map((sentence): [number, number] => {
		const span: [number, number] = [at, at + sentence.length];
		at += sentence.length + 1;
		return span;
	});
	const locked: { paragraph: Span[] }[] = [{ paragraph }];
	return {
		article: buildArticle(text, locked),
		facts: v.parse(factsSchema, {
			lang: 'en',
			title: { text: 'A title', by: 'project' },
			teaser: 'A teaser.',
			source: {
				publisher: null,
				author: null,
				date: null,
				link: null,
				note: 'None.',
				rights: 'Ours.'
			},
			blocks: [{ paragraph }],
			about: Object.fromEntries(sentences.map((_, i) => [String(i + 1), `matter ${i + 1}`])),
			...facts
		}),
		seed: 'test'
	};
}

/**
 * What a template makes, assembled; so drafts that are no questions throw.
 *
 * @throws also when a citation quotes words that the sentence does not have
 */
export function build(template: Template, context: Context) {
	const drafts = template(context);
	return drafts.map((draft) => {
		const question = assemble(draft, context);
		for (const { sentence, words } of quotesIn(question))
			if (!findWords(context.article, { sentence, words }))
				throw new Error(`${question.ref}: “${words}” is not in sentence ${String(sentence)}`);
		return question;
	});
}

/** Every quotation anywhere in a question. */
function quotesIn(value: unknown): { sentence: number; words: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	if ('words' in value && 'sentence' in value)
		return [{ sentence: Number(value.sentence), words: String(value.words) }];
	return Object.values(value).flatMap((part) => quotesIn(part));
}
