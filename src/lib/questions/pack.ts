/**
 * A pack version: everything the app serves about one article, as plain JSON. It is made once, when
 * the app is built (later also when a teacher publishes), and never changes: what a link, an attempt
 * or an outbox row names by (slug, version) stays what it was.
 *
 * It holds every key. The server may keep it whole; a page gets parts of it (`publicQuestion`).
 */
import { readingMinutes, type Article, type LockedBlock, type Span } from '../article/article.ts';
import { lix } from '../article/readability.ts';
import { checkFacts, checkText } from '../facts/check.ts';
import { idPaths } from '../facts/check/ids.ts';
import { readFacts, type ReadFacts } from '../facts/read.ts';
import { resolveCertainty, resolveVoices } from '../facts/resolve.ts';
import type { CertaintyLevel, Facts, SourceKind } from '../facts/schema.ts';
import { oneLine, show, type Fault, type Path } from '../facts/yaml.ts';
import { assemble } from './build/assemble.ts';
import { buildBank } from './build/bank.ts';
import type { Context } from './build/context.ts';
import { contextOf, lintBank } from './lint/lint.ts';
import { withTells } from './lint/tells.ts';
import type { Question } from './schema.ts';
import { readWritten, type ReadWritten } from './written.ts';

/** A voice of the X-ray's legend. */
export interface XrayVoice {
	id: string;
	/** As in an option: 'sources whose names are not given'. */
	name: string;
	kind: SourceKind;
}

/** Whose voice a stretch of the text is. Its source kind is that of the voice. */
export interface VoiceStretch {
	/** [start, end) in the article's text, inside one sentence. */
	span: Span;
	sentence: number;
	/** Id of an {@link XrayVoice}. */
	voice: string;
	/** The words that show it, maybe in another sentence; null only where nobody but the reporter speaks. */
	shown: Span | null;
}

/** How sure the text is of a stretch. */
export interface CertaintyStretch {
	span: Span;
	sentence: number;
	level: CertaintyLevel;
	/** The words that show it; null only for `plain` and `on-word`. */
	shown: Span | null;
}

/** Layers over the text, shown when the quiz is done. Stretches are in reading order and never overlap. */
export interface Xray {
	/** The voices that have a stretch, by first appearance. */
	voices: XrayVoice[];
	voice: VoiceStretch[];
	certainty: CertaintyStretch[];
}

export interface GlossaryEntry {
	word: string;
	means: string;
	/** Its first place in the text. */
	span: Span;
}

export interface PackVersion {
	slug: string;
	/** First 10 hex digits of SHA-256 over everything else in here. */
	version: string;
	/** BCP 47, of the article and of the questions. */
	lang: string;
	/** `by: 'project'`: the article came without a headline, and the app says that the title is ours. */
	title: Facts['title'];
	teaser: string;
	/** What is known, and not known (null), about where the text comes from. */
	source: Facts['source'];
	/** The article, untouched. */
	text: string;
	/** `buildArticle(text, blocks)` gives blocks and numbered sentences. */
	blocks: LockedBlock[];
	/** Reading time. */
	minutes: number;
	/** How hard the article is to read, whole number; `readingLevel` names it. */
	lix: number;
	xray: Xray;
	glossary: GlossaryEntry[];
	/** Every question with its key and its reasons. */
	bank: Question[];
}

export interface PackFiles {
	/** `article.txt`, decoded. */
	article: string;
	/** `facts.yaml` */
	facts: string;
	/** `questions.yaml`, where the pack has one. */
	questions?: string;
}

export type PackFile = 'article.txt' | 'facts.yaml' | 'questions.yaml';

/** A fault and the file it is in. */
export interface PackFault extends Fault {
	file: PackFile;
}

export interface BuiltPack {
	pack: PackVersion;
	/** What it was built from, for tables. */
	facts: Facts;
	/** Breaches of the item lint; always empty unless they were asked for. */
	findings: PackFault[];
}

interface PackInput {
	slug: string;
	files: PackFiles;
	/** SHA-256 of a text in hexadecimal; the domain has no `node:crypto`. */
	digest: (text: string) => string;
	/** What happens to a pack that is sound but breaks a rule of the lint. */
	findings?: 'refuse' | 'report';
}

/** Which distractors a bank takes, the same for ever. */
const BANK_SEED = '1';
const VERSION_LENGTH = 10;

/**
 * Proves a pack and builds it: whole, or not at all. Pure; never throws, whatever the files hold.
 *
 * The version is a hash over the pack as it was built, and not over its files: a template that
 * changes changes what a link names, and browsers keep a version for ever.
 */
export function buildPack(input: PackInput): BuiltPack | { faults: PackFault[] } {
	const { slug, files } = input;
	const unread = checkText(files.article).map(inFile('article.txt'));
	const read = readFacts(files.facts);
	const written = readWritten(files.questions ?? '');
	if ('faults' in read) unread.push(...read.faults.map(inFile('facts.yaml')));
	if ('faults' in written) unread.push(...written.faults.map(inFile('questions.yaml')));
	if ('faults' in read || 'faults' in written || unread.length > 0) return { faults: unread };

	const checked = checkFacts(read, files.article);
	if ('faults' in checked) return { faults: checked.faults.map(inFile('facts.yaml')) };
	const { facts } = read;
	const { article } = checked;
	const built = buildQuestions({ facts, article, seed: BANK_SEED }, read, written);
	if ('faults' in built) return built;
	const { bank, placeOf } = built;
	const findings = lintBank(bank, facts, article).map(({ ref, rule, message }) => ({
		...placeOf(ref),
		message: `${ref === '' ? 'the bank' : ref}: ${message} (${rule})`
	}));
	if (findings.length > 0 && input.findings !== 'report') return { faults: findings };

	const pack: PackVersion = {
		slug,
		version: '',
		lang: facts.lang,
		title: facts.title,
		teaser: facts.teaser,
		source: facts.source,
		text: files.article,
		blocks: facts.blocks,
		minutes: readingMinutes(article),
		lix: Math.round(lix(article)),
		xray: xrayOf(facts, article),
		glossary: glossaryOf(facts, article),
		bank: withTells(bank, contextOf(bank, facts, article))
	};
	const version = input.digest(JSON.stringify(pack)).slice(0, VERSION_LENGTH);
	return { pack: { ...pack, version }, facts, findings };
}

const inFile =
	(file: PackFile) =>
	(fault: Fault): PackFault => ({ ...fault, file });

interface BuiltQuestions {
	bank: Question[];
	/** Where an author finds what a question was made from. */
	placeOf: (ref: string) => PackFault;
}

function buildQuestions(
	context: Context,
	read: ReadFacts,
	written: ReadWritten
): BuiltQuestions | { faults: PackFault[] } {
	const ids = idPaths(context.facts);
	const places = new Map<string, PackFault>();
	const fromFacts = (id: string | undefined): PackFault => {
		const path = (id === undefined ? undefined : ids.get(id)) ?? [];
		return { file: 'facts.yaml', ...read.locate(path), path: path.join('.'), message: '' };
	};
	const faults: PackFault[] = [];
	const attempt = (place: () => PackFault, build: () => Question[]): Question[] => {
		try {
			return build();
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			const fault = place();
			// A template names the question it stumbled over, and so the fact.
			const named = fault.file === 'facts.yaml' ? fromFacts(message.split(/[/:]/u)[1]) : fault;
			faults.push({
				...named,
				message: `no question can be made of this: ${oneLine(message)}; mend the fact or mark it otherwise`
			});
			return [];
		}
	};
	const bank = attempt(
		() => fromFacts(undefined),
		() => buildBank(context)
	);
	for (const question of bank) places.set(question.ref, fromFacts(question.facts[0]));
	for (const [i, draft] of written.drafts.entries()) {
		const place = (...path: Path): PackFault => ({
			file: 'questions.yaml',
			...written.locate([i, ...path]),
			path: [i, ...path].join('.'),
			message: ''
		});
		for (const [j, fact] of draft.facts.entries())
			if (!ids.has(fact))
				faults.push({
					...place('facts', j),
					message: `there is no fact ${show(fact)} in facts.yaml; correct the id or add the fact`
				});
		const made = attempt(place, () => [assemble(draft, context)]);
		for (const question of made) places.set(question.ref, place());
		bank.push(...made);
	}
	if (faults.length > 0) return { faults };
	return { bank, placeOf: (ref) => places.get(ref) ?? fromFacts(undefined) };
}

function xrayOf(facts: Facts, article: Article): Xray {
	const byPlace = (one: { span: Span }, other: { span: Span }) => one.span[0] - other.span[0];
	const voice = resolveVoices(facts, article)
		.flatMap((stretch, i): VoiceStretch[] => {
			const span = facts['voice-spans'][i];
			return stretch && span ? [{ ...stretch, voice: span.voice }] : [];
		})
		.sort(byPlace);
	const certainty = resolveCertainty(facts, article)
		.flatMap((stretch, i): CertaintyStretch[] => {
			const span = facts['certainty-spans'][i];
			return stretch && span ? [{ ...stretch, level: span.level }] : [];
		})
		.sort(byPlace);
	const voices = [...new Set(voice.map((stretch) => stretch.voice))].flatMap((id) =>
		facts.voices
			.filter((one) => one.id === id)
			.map(({ name, kind }): XrayVoice => ({ id, name, kind }))
	);
	return { voices, voice, certainty };
}

const glossaryOf = (facts: Facts, article: Article): GlossaryEntry[] =>
	facts.glossary.map(({ word, means }) => {
		const start = article.text.indexOf(word);
		return { word, means, span: [start, start + word.length] };
	});
