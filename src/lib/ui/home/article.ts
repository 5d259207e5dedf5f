import type { ArticleView } from '../../study/view.ts';

/** An article as the first page lists it. */
export interface HomeArticle extends Pick<
	ArticleView,
	'slug' | 'lang' | 'title' | 'titleBy' | 'teaser' | 'minutes' | 'lix'
> {
	/** Written for practice. */
	invented: boolean;
	/** Questions in its bank. */
	questions: number;
	/** Questions of a quick quiz: fewer than five where the bank is small. */
	quick: number;
}
