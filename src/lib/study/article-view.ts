import { buildArticle } from '../article/article.ts';
import type { PackVersion } from '../questions/pack.ts';
import { datelineOf } from './dateline.ts';
import type { ArticleView } from './view.ts';

/** The article as a page draws it. */
export function articleView(pack: PackVersion): ArticleView {
	const article = buildArticle(pack.text, pack.blocks);
	return {
		slug: pack.slug,
		version: pack.version,
		lang: pack.lang,
		title: pack.title.text,
		titleBy: pack.title.by,
		teaser: pack.teaser,
		source: pack.source,
		minutes: pack.minutes,
		lix: pack.lix,
		dateline: datelineOf(pack, article.sentences.length),
		blocks: article.blocks.map((block) =>
			block.kind === 'heading'
				? { kind: 'heading', text: block.text }
				: { kind: 'paragraph', sentences: block.sentences.map(({ n, text }) => ({ n, text })) }
		),
		sentences: article.sentences.length,
		glossary: pack.glossary.map(({ word, means, span }) => ({
			word,
			means,
			// 0: it stands in a heading.
			sentence:
				article.sentences.find(({ start, end }) => start <= span[0] && span[1] <= end)?.n ?? 0
		}))
	};
}
