/**
 * Untrusted YAML → plain values, with the line of every value. Refuses what a pack never needs and
 * what makes YAML dangerous: anchors and aliases (a few lines can mean gigabytes), tags, directives,
 * several documents, deep nesting, repeated keys. Never throws; the work grows with the text alone.
 */
import { isMap, isPair, isScalar, isSeq, Lexer, LineCounter, parseDocument, type Node } from 'yaml';

/** Something wrong in a pack's file: where, what, and what to do about it. */
export interface Fault {
	/** 1-based. */
	line: number;
	/** 1-based, where it is known. */
	column?: number;
	/** Keys and 0-based indexes down to the value: `voices.3.name`; empty for the file itself. */
	path: string;
	/** What is wrong and what to do, one line. */
	message: string;
}

export type Path = readonly (string | number)[];

export interface Place {
	line: number;
	column: number;
}

export interface YamlValue {
	value: unknown;
	/** Where the value at this path begins; where it does not exist, its nearest ancestor. */
	locate: (path: Path) => Place;
}

const MAX_CHARACTERS = 1_000_000;
/** The parser's memory and its list of errors grow with tokens. The first pack has 25,000. */
const MAX_TOKENS = 150_000;
/** A pack nests six deep: headlines → overclaims → reason → settles → quote → words. */
const MAX_DEPTH = 16;
const MAX_INDENT = 80;
/** More than this in one go hides the first, which is the one to mend. */
export const MAX_FAULTS = 50;

/** Reads one document. */
export function readYaml(text: string): YamlValue | { faults: Fault[] } {
	const refused = refuse(text);
	if (refused) return { faults: [refused] };
	try {
		return parse(text);
	} catch (error) {
		// The parser's own limits; nothing that reaches this line is a usable pack.
		const reason = error instanceof Error ? error.message : String(error);
		return { faults: [fileFault(1, `this YAML cannot be read (${oneLine(reason)}); simplify it`)] };
	}
}

/** A fault about a place in the file rather than about a value. */
export const fileFault = (line: number, message: string, column?: number): Fault => ({
	line,
	...(column === undefined ? {} : { column }),
	path: '',
	message
});

function parse(text: string): YamlValue | { faults: Fault[] } {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		stringKeys: true,
		// Checked below in one pass: the parser compares every pair of keys.
		uniqueKeys: false,
		resolveKnownTags: false,
		// Anything quieter would let a second document pass.
		logLevel: 'error'
	});
	const placeOf = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line), column: Math.max(1, col) };
	};
	const faults = document.errors.slice(0, MAX_FAULTS).map((error) => {
		const { line, column } = placeOf(error.pos[0]);
		return fileFault(line, parseMessage(error.code, error.message), column);
	});
	if (faults.length > 0) return { faults };
	const root = document.contents;
	if (root === null) return { faults: [fileFault(1, 'the file is empty; write the pack here')] };
	const repeated = repeatedKeys(root, placeOf);
	if (repeated.length > 0) return { faults: repeated };
	return {
		value: document.toJS({ maxAliasCount: 0 }),
		locate: (path) => placeOf(offsetOf(root, path))
	};
}

/** What can be refused token by token, before anything is built from it. */
function refuse(text: string): Fault | undefined {
	if (text.length > MAX_CHARACTERS)
		return fileFault(
			1,
			`the file has ${text.length} characters; at most ${MAX_CHARACTERS} are read: split the pack`
		);
	// Tabs and line ends are the only control characters that text needs.
	const control = /(?![\t\n\r])[\p{Cc}\ufeff]/u.exec(text);
	if (control) {
		const before = text.slice(0, control.index).split('\n');
		const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
		return fileFault(
			before.length,
			`an invisible character (U+${code}) stands here; delete it and save as UTF-8 without a mark`,
			(before.at(-1) ?? '').length + 1
		);
	}
	return refuseTokens(text);
}

function refuseTokens(text: string): Fault | undefined {
	let line = 1;
	let flow = 0;
	let inLine = 0;
	let atStart = true;
	let tokens = 0;
	let scalar = false;
	for (const token of new Lexer().lex(text)) {
		if (++tokens > MAX_TOKENS)
			return fileFault(line, 'the file holds more values than a pack can need; split the pack');
		if (scalar) {
			// The token after the mark is a scalar's text and nothing else, whatever it looks like.
			scalar = false;
		} else if (token === '\x1f') {
			scalar = true;
			atStart = false;
		} else if (token === '\n' || token === '\r\n') {
			inLine = 0;
			atStart = true;
			line++;
			continue;
		} else if (token.startsWith(' ')) {
			if (atStart && token.length > MAX_INDENT) return fileFault(line, tooDeep);
		} else {
			atStart = false;
			if (token.startsWith('&') || token.startsWith('*'))
				return fileFault(
					line,
					`${show(token)} is a YAML anchor or alias, which packs do not use; write the value out, and put words that begin with & or * in quotes`
				);
			if (token.startsWith('!'))
				return fileFault(line, `${show(token)} is a YAML tag, which packs do not use; delete it`);
			if (token.startsWith('%'))
				return fileFault(
					line,
					`${show(token)} is a YAML directive, which packs do not use; delete the line`
				);
			if (/^(["'])/u.test(token) && (token.length < 2 || !token.endsWith(token.charAt(0))))
				return fileFault(
					line,
					`the quote that opens at ${show(token, 30)} is never closed; close it`
				);
			if (token === '[' || token === '{') flow++;
			if ((token === ']' || token === '}') && --flow < 0)
				return fileFault(line, `${show(token)} closes a bracket that was never opened; delete it`);
			if (token === '-' || token === '?') inLine++;
			if (flow + inLine > MAX_DEPTH) return fileFault(line, tooDeep);
		}
		line += token.split('\n').length - 1;
	}
	return undefined;
}

const tooDeep = 'the values are nested too deep for a pack; check brackets and indentation';

/** Keys that stand twice in one map. YAML would silently keep the last. */
function repeatedKeys(root: Node, placeOf: (offset: number) => Place): Fault[] {
	const faults: Fault[] = [];
	const walk = (node: unknown, path: Path): void => {
		if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
		if (!isMap(node)) return;
		const first = new Map<string, number>();
		for (const pair of node.items) {
			const key = keyOf(pair);
			const at = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
			const seen = first.get(key);
			if (seen === undefined) first.set(key, at);
			else if (faults.length < MAX_FAULTS)
				faults.push({
					...placeOf(at),
					path: [...path, key].join('.'),
					message: `the key ${show(key)} stands here a second time (first in line ${placeOf(seen).line}); keep one`
				});
			walk(pair.value, [...path, key]);
		}
	};
	walk(root, []);
	return faults;
}

const keyOf = (pair: { key: unknown }): string =>
	isScalar(pair.key) ? String(pair.key.value) : String(pair.key);

/** Offset of the value at a path, or of the deepest part of the path that exists. */
function offsetOf(root: Node, path: Path): number {
	let node: unknown = root;
	let offset = root.range?.[0] ?? 0;
	for (const step of path) {
		let next: unknown;
		if (isMap(node)) next = node.items.find((pair) => keyOf(pair) === String(step));
		else if (isSeq(node)) next = node.items[Number(step)];
		if (next === undefined) break;
		if (isPair(next)) {
			if (isScalar(next.key)) offset = next.key.range?.[0] ?? offset;
			node = next.value;
		} else {
			node = next;
			if (isMap(node) || isSeq(node) || isScalar(node)) offset = node.range?.[0] ?? offset;
		}
	}
	return offset;
}

const advice: Record<string, string> = {
	BAD_INDENT: 'the indentation does not fit the lines above; align it with spaces',
	TAB_AS_INDENT: 'a tab indents this line; use spaces',
	MISSING_CHAR: 'a character is missing here: a closing quote or bracket, a comma or a colon',
	BLOCK_AS_IMPLICIT_KEY: 'a second colon on one line; put the value in quotes',
	MULTILINE_IMPLICIT_KEY: 'a key runs over two lines; a quote or a colon is missing',
	UNEXPECTED_TOKEN: 'something unexpected stands here; check quotes, colons and commas',
	BAD_SCALAR_START: 'a value begins with a reserved character; put it in quotes',
	BAD_DQ_ESCAPE: 'a backslash in double quotes means something else in YAML; use single quotes',
	NON_STRING_KEY: 'a key must be a plain word',
	KEY_OVER_1024_CHARS: 'a key is too long; a quote or a line break is missing',
	MULTIPLE_DOCS: 'a second document begins here; a pack’s file holds one: delete the ---',
	RESOURCE_EXHAUSTION: tooDeep
};

function parseMessage(code: string, message: string): string {
	const known = advice[code];
	return known === undefined
		? `this line is not YAML as a pack needs it: ${oneLine(message)}`
		: `${known} (${oneLine(message)})`;
}

export const oneLine = (text: string, max = 160): string => {
	const line = text.replace(/\s+/gu, ' ').trim();
	return line.length > max ? `${line.slice(0, max)}…` : line;
};

/** Words in quotes, cut to a readable length. */
export const show = (words: string, max = 60): string => `“${oneLine(words, max)}”`;
