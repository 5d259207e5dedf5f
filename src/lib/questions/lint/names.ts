/** Which facts a text of an option names, and which names an article has. */
import type { Article } from '../../article/article.ts';
import type { Facts } from '../../facts/schema.ts';
import { normal } from './parts.ts';

export interface Names {
	/** Ids of the voices that go by this text. */
	voices: (text: string) => string[];
	/** Ids of all facts that this text can stand for. */
	facts: (text: string) => string[];
	/** Is the text a name or a date, and so exempt where rules speak of written phrases? */
	isName: (text: string) => boolean;
	/** Names of voices and places, normalised. */
	all: string[];
}

/** Short texts by which a fact stands as an option; other fields are sentences about it. */
const labels = new Set([
	'name',
	'phrase',
	'what',
	'is',
	'says',
	'who',
	'on',
	'gist',
	'text',
	'words'
]);

const months =
	'january|february|march|april|may|june|july|august|september|october|november|december';
const date = new RegExp(
	`^(in |since |on |from |late |early |the |of |and |to |until |before |after |${months}|past |years? |decades? |[0-9]+)( |(in|since|on|from|late|early|the|of|and|to|until|before|after|${months}|past|years?|decades?|two|three|[0-9]+))*$`,
	'u'
);

export function namesOf(facts: Facts, article: Article): Names {
	const voices = new Map<string, Set<string>>();
	const known = new Map<string, Set<string>>();
	const all = new Set<string>();
	const add = (to: Map<string, Set<string>>, text: string, id: string) => {
		const key = normal(text);
		to.set(key, (to.get(key) ?? new Set()).add(id));
	};
	for (const { id, name, also } of facts.voices)
		for (const text of [name, ...also]) {
			add(voices, text, id);
			add(known, text, id);
			all.add(normal(text));
		}
	for (const { name, phrase } of facts.places) all.add(normal(name)).add(normal(phrase));
	collect(facts, undefined, undefined);
	const lookUp = (from: Map<string, Set<string>>) => (text: string) => [
		...(from.get(normal(text)) ?? [])
	];
	return {
		voices: lookUp(voices),
		facts: lookUp(known),
		isName: (text) => all.has(normal(text)) || date.test(normal(text)) || isProper(text, article),
		all: [...all]
	};

	/** Every label below a fact stands for it. */
	function collect(value: unknown, id: string | undefined, key: string | undefined): void {
		if (typeof value === 'string') {
			if (id !== undefined && key !== undefined && labels.has(key)) add(known, value, id);
		} else if (Array.isArray(value)) {
			for (const item of value) collect(item, id, key);
		} else if (typeof value === 'object' && value !== null) {
			const own = 'id' in value && typeof value.id === 'string' ? value.id : id;
			for (const [name, item] of Object.entries(value)) {
				// Quotations inside reasons are evidence about the fact, not the fact.
				if (['why', 'settles', 'nearest', 'cue', 'shown', 'tempting'].includes(name)) continue;
				collect(item, own, name);
			}
		}
	}
}

/** Only capitalised words that the article has. */
function isProper(text: string, article: Article): boolean {
	const words = text.split(/\s+/u);
	return words.every((word) => /^\p{Lu}/u.test(word)) && article.text.includes(text);
}
