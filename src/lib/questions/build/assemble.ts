import type { Quote } from '../../article/article.ts';
import type { Context } from './context.ts';
import type { Draft, DraftOption, SentenceReasons } from './draft.ts';
import { verdicts, type Question, type SentenceReason, type Token } from '../schema.ts';
import { hash, shortId } from '../random.ts';

/**
 * Gives a draft its ids. Options are stored in the order of a hash of their text and named a, b, c
 * in that order: neither the id nor the place says anything about the key.
 *
 * @throws when the draft is not a question: no key, two keys, a column or a word that does not exist
 */
export function assemble(draft: Draft, context: Context): Question {
	const ref = [draft.template, draft.facts[0], draft.variant].filter(Boolean).join('/');
	const common = {
		id: shortId(ref),
		ref,
		skill: draft.skill,
		facts: draft.facts,
		stem: draft.stem
	};
	const fail = (what: string): never => {
		throw new Error(`${ref}: ${what}`);
	};
	switch (draft.kind) {
		case 'choice': {
			const { options, keys } = named(draft.options, ref);
			const [key] = keys;
			if (key === undefined || keys.length !== 1) return fail('a choice has exactly one key');
			return { ...common, kind: 'choice', max: 1, options, key, ...passage(draft) };
		}
		case 'multiple': {
			const { options, keys } = named(draft.options, ref);
			if (keys.length === 0 || keys.length === options.length)
				return fail('a multiple response has at least one key and one distractor');
			return { ...common, kind: 'multiple', max: 1, options, keys, ...passage(draft) };
		}
		case 'verdict':
			return {
				...common,
				kind: 'verdict',
				max: 1,
				statement: draft.statement,
				options: verdicts.map((id) => ({ id, text: id, ...draft.reasons[id] })),
				key: draft.key
			};
		case 'match':
		case 'categorise': {
			const columns = named(draft.columns, `${ref}/columns`).options;
			const idOf = new Map(columns.map((column) => [column.text, column.id]));
			const rows = named(draft.rows, ref).options.map(({ column, ...row }) => {
				const key = idOf.get(column);
				return key === undefined ? fail(`row “${row.text}” names no column`) : { ...row, key };
			});
			return { ...common, kind: draft.kind, max: 1, rows, columns };
		}
		case 'order': {
			const items = named(draft.items, ref).options;
			const idOf = new Map(items.map((item) => [item.text, item.id]));
			const key = draft.items.map((item) => idOf.get(item.text) ?? fail('two items are the same'));
			return { ...common, kind: 'order', max: 1, items, key };
		}
		case 'select':
			return {
				...common,
				kind: 'select',
				max: 1,
				pick: draft.pick,
				accepted: draft.accepted,
				sentences: sentenceReasons(draft, context)
			};
		case 'two-part': {
			const { options, keys } = named(draft.options, ref);
			const [key] = keys;
			if (key === undefined || keys.length !== 1) return fail('part one has exactly one key');
			return {
				...common,
				kind: 'two-part',
				max: 2,
				options,
				key,
				pick: draft.pick,
				accepted: draft.accepted,
				sentences: sentenceReasons(draft, context)
			};
		}
		case 'altered':
			return {
				...common,
				kind: 'altered',
				max: 1,
				speaker: draft.speaker,
				original: draft.original,
				tokens: tokens(draft, fail)
			};
		case 'leave':
			return {
				...common,
				kind: 'leave',
				max: 0,
				passage: draft.passage,
				checks: named(draft.checks, ref).options
			};
	}
}

function passage(draft: { passage?: Quote }) {
	return draft.passage ? { passage: draft.passage } : {};
}

/** Options in the order of their hash, named a, b, c …, and the names of the right ones. */
function named<Draft extends DraftOption>(
	drafts: readonly Draft[],
	ref: string
): { options: (Omit<Draft, 'right'> & { id: string })[]; keys: string[] } {
	const sorted = [...drafts].sort(
		(one, other) => hash(`${ref}|${one.text}`) - hash(`${ref}|${other.text}`)
	);
	const keys: string[] = [];
	const options = sorted.map(({ right, ...option }, i) => {
		const id = String.fromCharCode(97 + i);
		if (right) keys.push(id);
		return { id, ...option };
	});
	return { options, keys };
}

/** A reason for every sentence: the draft's own, else what the sentence is about. */
function sentenceReasons(
	draft: { accepted: number[][]; reasons?: SentenceReasons },
	{ article, facts }: Context
): SentenceReason[] {
	const own = new Map(draft.reasons?.map((reason) => [reason.sentence, reason]));
	return article.sentences.map(({ n, text }) => {
		const given = own.get(n);
		const right = draft.accepted.some((set) => set.includes(n));
		const about = facts.about[n] ?? '';
		return {
			sentence: n,
			why:
				given?.why ??
				`This sentence is about ${about}${right ? '.' : ', not about what is asked.'}`,
			cite: given?.cite ?? {
				kind: right ? 'settles' : 'nearest',
				quotes: [{ sentence: n, words: text }]
			}
		};
	});
}

/** The original's words with the changes in place, each word a token with its reason. */
function tokens(draft: Draft & { kind: 'altered' }, fail: (what: string) => never): Token[] {
	const cite = { kind: 'settles' as const, quotes: [draft.original] };
	const left = [...draft.changes];
	const result = draft.original.words.split(/(?<=[\s—])/u).map((piece, i): Token => {
		const id = `w${String(i + 1)}`;
		const [, before = '', word = '', after = ''] =
			/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(piece.trimEnd()) ?? [];
		const change = left.find(({ from }) => from === word);
		if (!change) return { id, text: piece.trimEnd(), why: 'The article has this word.', cite };
		left.splice(left.indexOf(change), 1);
		return {
			id,
			text: before + change.to + after,
			original: piece.trimEnd(),
			why: change.why,
			cite
		};
	});
	const [missing] = left;
	return missing ? fail(`“${missing.from}” is not one word of the original`) : result;
}
