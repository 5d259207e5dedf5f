/**
 * Do the facts fit the article? Every quoted word, every id and every span is looked up here, once,
 * when a pack is proved; whatever comes later may rely on it. The single checks live in `check/`.
 */
import { buildArticle, checkSpans, type Article } from '../article/article.ts';
import { checkCover } from './check/cover.ts';
import { checkIds } from './check/ids.ts';
import { checkParts } from './check/parts.ts';
import { checkQuotes } from './check/quotes.ts';
import { checkSense } from './check/sense.ts';
import type { Found } from './check/walk.ts';
import type { ReadFacts } from './read.ts';
import { fileFault, MAX_FAULTS, type Fault } from './yaml.ts';

const MAX_TEXT = 200_000;

/** What is wrong with an article's text by itself. Lines are those of `article.txt`. */
export function checkText(text: string): Fault[] {
	if (text.trim() === '') return [fileFault(1, 'the article is empty; put its text here')];
	if (text.length > MAX_TEXT)
		return [fileFault(1, `the article has ${text.length} characters; at most ${MAX_TEXT}`)];
	const strange = /(?![\t\n])[\p{Cc}\ufeff\ufffd]/u.exec(text);
	if (!strange) return [];
	const before = text.slice(0, strange.index).split('\n');
	const what: Record<string, string> = {
		'\r': 'a Windows line end (CR); save the file with LF line ends',
		'\ufeff': 'a byte order mark; save the file as UTF-8 without one',
		'\ufffd': 'a replacement character, left by a wrong decoding; save the original again as UTF-8'
	};
	const message = what[strange[0]] ?? 'an invisible control character; delete it';
	return [fileFault(before.length, message, (before.at(-1) ?? '').length + 1)];
}

/**
 * Checks facts against the text that they are about.
 *
 * @returns the article, or faults with lines of `facts.yaml`
 */
export function checkFacts(
	{ facts, locate }: ReadFacts,
	text: string
): { article: Article } | { faults: Fault[] } {
	const place = (found: readonly Found[]): Fault[] =>
		found.slice(0, MAX_FAULTS).map(({ path, message }) => ({
			...locate(path),
			path: path.join('.'),
			message
		}));
	const spans = checkLocked(text, facts.blocks);
	// With wrong spans every quotation is wrong too, and a hundred faults would hide the one.
	if (spans) return { faults: place([spans, ...checkIds(facts)]) };
	const article = buildArticle(text, facts.blocks);
	const line = (path: Found['path']) => locate(path).line;
	const faults = place([
		...checkIds(facts),
		...checkQuotes(facts, article),
		...checkCover(facts, article, line),
		...checkParts(facts, article),
		...checkSense(facts, article)
	]);
	return faults.length > 0 ? { faults } : { article };
}

/** The first locked span that does not fit. */
function checkLocked(text: string, blocks: ReadFacts['facts']['blocks']): Found | undefined {
	const [first, ...others] = checkSpans(text, blocks);
	if (first === undefined) return undefined;
	const [, start, end] = /span \[(\d+), (\d+)\]/u.exec(first) ?? [];
	const is = (span: readonly number[]) => String(span[0]) === start && String(span[1]) === end;
	let path: Found['path'] = ['blocks'];
	for (const [i, block] of blocks.entries()) {
		if ('heading' in block) {
			if (is(block.heading)) path = ['blocks', i, 'heading'];
			continue;
		}
		const at = block.paragraph.findIndex(is);
		if (at !== -1) path = ['blocks', i, 'paragraph', at];
	}
	const more = others.length === 0 ? '' : ` (and ${others.length} more after it)`;
	return {
		path,
		message: `the locked spans do not fit article.txt: ${first}${more}; restore the text, or lock a new one with: npm run check:packs -- --lock FILE`
	};
}
