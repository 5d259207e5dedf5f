/**
 * Questions written by hand: `questions.yaml` → drafts. A list; each entry is a draft
 * (`build/draft.ts`) with its reasons in the pack's style: `why` and one of `settles`, `nearest`,
 * `whole`, with quotations as `{ s, words }`. `template` is `written` unless the entry says otherwise.
 * An absent, empty or commented-out file means that there are none.
 */
import * as v from 'valibot';
import { readShape } from '../facts/read.ts';
import { quote, type FactReason } from '../facts/schema.ts';
import type { Fault, Path, Place } from '../facts/yaml.ts';
import { quoteOf, reasonOf } from './build/context.ts';
import type { Draft } from './build/draft.ts';
import { skills } from './skills.ts';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const id = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'an id in kebab-case'),
	v.maxLength(60)
);
const sentence = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000));
const quotes = v.union([
	v.pipe(
		quote,
		v.transform((one) => [one])
	),
	v.pipe(v.array(quote), v.minLength(1))
]);
const passage = v.pipe(quote, v.transform(quoteOf));

const reasonFields = {
	why: line(300),
	settles: v.optional(quotes),
	nearest: v.optional(quotes),
	whole: v.optional(v.literal(true))
};

const oneCitation = (reason: FactReason): boolean =>
	[reason.settles, reason.nearest, reason.whole].filter((kind) => kind !== undefined).length === 1;

const oneCitationMessage = 'exactly one of settles, nearest or whole';

const reason = v.pipe(
	v.strictObject(reasonFields),
	v.check((entry) => oneCitation(entry), oneCitationMessage),
	v.transform(reasonOf)
);

const text = { text: line(200), quoted: v.optional(v.literal(true)) };

const option = v.pipe(
	v.strictObject({ ...text, right: v.optional(v.literal(true)), ...reasonFields }),
	v.check((entry) => oneCitation(entry), oneCitationMessage),
	v.transform(({ text, quoted, right, ...why }) => ({
		text,
		...(quoted ? { quoted } : {}),
		...(right ? { right } : {}),
		...reasonOf(why)
	}))
);

/** `column`: text of the column that is right. */
const row = v.pipe(
	v.strictObject({ ...text, column: line(200), ...reasonFields }),
	v.check((entry) => oneCitation(entry), oneCitationMessage),
	v.transform(({ text, quoted, column, ...why }) => ({
		text,
		...(quoted ? { quoted } : {}),
		column,
		...reasonOf(why)
	}))
);

const column = v.pipe(
	v.strictObject({ text: line(200), ...reasonFields }),
	v.check((entry) => oneCitation(entry), oneCitationMessage),
	v.transform(({ text, ...why }) => ({ text, ...reasonOf(why) }))
);

const sentenceReason = v.pipe(
	v.strictObject({ sentence, ...reasonFields }),
	v.check((entry) => oneCitation(entry), oneCitationMessage),
	v.transform(({ sentence, ...why }) => ({ sentence, ...reasonOf(why) }))
);

const common = {
	template: v.optional(id, 'written'),
	/** The main fact first. */
	facts: v.pipe(v.array(id), v.minLength(1)),
	variant: v.optional(id),
	skill: v.picklist(skills),
	stem: line(400)
};

const sentences = {
	pick: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
	accepted: v.pipe(v.array(v.pipe(v.array(sentence), v.minLength(1))), v.minLength(1)),
	reasons: v.optional(v.array(sentenceReason), [])
};

const options = v.pipe(v.array(option), v.minLength(2), v.maxLength(5));
const list = <T extends v.GenericSchema>(item: T) =>
	v.pipe(v.array(item), v.minLength(2), v.maxLength(12));

const choice = { ...common, passage: v.optional(passage), options };
const grid = { ...common, rows: list(row), columns: list(column) };

const draft = v.variant('kind', [
	v.strictObject({ kind: v.literal('choice'), ...choice }),
	v.strictObject({ kind: v.literal('multiple'), ...choice }),
	v.strictObject({
		kind: v.literal('verdict'),
		...common,
		statement: line(300),
		key: v.picklist(['stated', 'contradicted', 'not-stated']),
		reasons: v.strictObject({ stated: reason, contradicted: reason, 'not-stated': reason })
	}),
	v.strictObject({ kind: v.literal('match'), ...grid }),
	v.strictObject({ kind: v.literal('categorise'), ...grid }),
	/** Items in the right order. */
	v.strictObject({ kind: v.literal('order'), ...common, items: list(option) }),
	v.strictObject({ kind: v.literal('select'), ...common, ...sentences }),
	v.strictObject({ kind: v.literal('two-part'), ...common, options, ...sentences }),
	v.strictObject({
		kind: v.literal('altered'),
		...common,
		speaker: line(100),
		original: passage,
		changes: v.pipe(
			v.array(v.strictObject({ from: line(40), to: line(40), why: line(300) })),
			v.minLength(1)
		)
	}),
	v.strictObject({ kind: v.literal('leave'), ...common, passage, checks: list(option) })
]);

const writtenSchema = v.nullable(v.array(draft));

export interface ReadWritten {
	drafts: Draft[];
	locate: (path: Path) => Place;
}

/** Parses the questions written by hand. Never throws, whatever the text is. */
export function readWritten(yamlText: string): ReadWritten | { faults: Fault[] } {
	// A file of comments is how an author keeps a place for later.
	if (yamlText.split('\n').every((each) => /^\s*(#|$)/u.test(each)))
		return { drafts: [], locate: () => ({ line: 1, column: 1 }) };
	const read = readShape(yamlText, writtenSchema);
	if ('faults' in read) return read;
	return { drafts: read.value ?? [], locate: read.locate };
}
