/** The pages of an article: the text with what can be asked about it, and its X-ray. */
import type { PackVersion } from '../questions/pack.ts';
import { articleView } from './article-view.ts';
import { choicesView, type ChoicesView } from './choices.ts';
import type { ArticleView } from './view.ts';
import { parseLayer, xrayView, type XrayView } from './xray.ts';

export interface ReadView {
	article: ArticleView;
	choices: ChoicesView;
	glossary: { word: string; means: string }[];
}

export const readFrom = (pack: PackVersion): ReadView => ({
	article: articleView(pack),
	choices: choicesView(pack),
	glossary: pack.glossary.map(({ word, means }) => ({ word, means }))
});

export interface XrayPage {
	slug: string;
	version: string;
	title: string;
	lang: string;
	view: XrayView;
	/** As a list and not over the text. */
	asList: boolean;
}

/** @param params `layer`, and `view=list` */
export const xrayFrom = (pack: PackVersion, params: URLSearchParams): XrayPage => ({
	slug: pack.slug,
	version: pack.version,
	title: pack.title.text,
	lang: pack.lang,
	view: xrayView(pack, parseLayer(params.get('layer'))),
	asList: params.get('view') === 'list'
});
