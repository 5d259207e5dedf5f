/** What the library holds, small enough to be fetched and kept whole: the first page is made of it. */
import type { PackVersion } from '../questions/pack.ts';
import { choicesView } from './choices.ts';
import { selectOptionalExample, type Example } from './example.ts';
import type { ArticleView } from './view.ts';

/** A pack as the library lists it. */
export interface LibraryEntry extends Pick<
	ArticleView,
	'slug' | 'version' | 'lang' | 'title' | 'titleBy' | 'teaser' | 'minutes'
> {
	/** How hard it is to read: the LIX of its text. */
	lix: number;
	/** Written for practice, about people and places that do not exist. */
	invented: boolean;
	/** Questions in its bank. */
	questions: number;
	/** Questions of a quick quiz: fewer than five where the bank is small. */
	quick: number;
	/** What fetching the pack costs, in bytes on the wire. */
	bytes: number;
}

export interface Library {
	articles: LibraryEntry[];
	/** One explained answer, and the article that it comes from. */
	example?: Example & { title: string; lang: string };
}

/** @param weigh bytes on the wire of a pack */
export function libraryOf(
	packs: readonly PackVersion[],
	weigh: (pack: PackVersion) => number
): Library {
	const [example] = packs.flatMap((pack) => {
		const found = selectOptionalExample(pack);
		return found ? { ...found, title: pack.title.text, lang: pack.lang } : [];
	});
	return {
		articles: packs.map((pack) => {
			const { slug, version, lang, title, teaser, minutes, lix, source } = pack;
			const { questions, quick } = choicesView(pack);
			return {
				slug,
				version,
				lang,
				title: title.text,
				titleBy: title.by,
				teaser,
				minutes,
				lix,
				invented: source.invented,
				questions,
				quick,
				bytes: weigh(pack)
			};
		}),
		...(example && { example })
	};
}
