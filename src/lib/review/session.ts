/**
 * What to ask next. A session asks what is due, and then what is new: one question of each fact, skills
 * mixed, from text that the reader has read or from a little of what comes next in it.
 */
import { dueItems, type Item, type Studied } from './items.ts';
import { itemKey } from './log.ts';

/** A question that could be asked, as far as choosing goes. */
export interface Askable {
	slug: string;
	id: string;
	kind: string;
	skill: string;
	/** The first one leads. */
	facts: readonly string[];
	/** Numbers of the paragraphs that it takes to answer it. */
	needs: readonly number[];
}

/** An article as far as choosing goes. */
export interface Readable {
	slug: string;
	/** Paragraphs of its text, numbered from 1. */
	paragraphs: number;
	questions: readonly Askable[];
}

export interface Pick {
	slug: string;
	id: string;
	/** The item that it is asked for. */
	item: string;
	/** Asked again, or new. */
	review: boolean;
}

export interface Chosen {
	picks: Pick[];
	/** Paragraphs that are to be read for it and were not read before, by article. */
	fresh: ReadonlyMap<string, readonly number[]>;
	/** No paragraph of any article is left unread after it. */
	allRead: boolean;
}

export interface Choosing {
	/** In the order in which they are offered. */
	library: readonly Readable[];
	state: Studied;
	now: number;
	/** At most so many questions. */
	length: number;
	/** Skills, the weakest first. */
	skills: readonly string[];
}

/** New paragraphs that a session asks for; more only where they hold too few questions. */
const PARAGRAPHS = 2;

/** Chooses a session; fewer questions than wished where there are no more. */
export function chooseSession(choosing: Choosing): Chosen {
	const { library, state, now, length } = choosing;
	const read = readParagraphs(library, state);
	const shelf = shelve(library);
	const taken = new Taken();
	const picks: Pick[] = [];
	for (const item of dueItems(state, now)) {
		if (picks.length === length) break;
		const question = siblingFor(item, shelf, state, read, taken);
		if (!question) continue;
		taken.add(question);
		picks.push({ slug: question.slug, id: question.id, item: item.key, review: true });
	}
	const fresh = new Map<string, number[]>();
	const news = chooseNew(choosing, shelf, read, fresh, taken, length - picks.length);
	return {
		picks: interleave([...picks, ...news], (pick) => skillOf(pick.item)),
		fresh,
		allRead: library.every(({ slug, paragraphs }) => {
			const seen = new Set([...(read.get(slug) ?? []), ...(fresh.get(slug) ?? [])]);
			return seen.size >= paragraphs;
		})
	};
}

const skillOf = (item: string): string => item.slice(item.lastIndexOf('/') + 1);
const nameOf = ({ slug, id }: { slug: string; id: string }): string => `${slug}/${id}`;
const itemOf = ({ slug, facts: [fact = ''], skill }: Askable): string => itemKey(slug, fact, skill);

/** The questions of a library, found by what they are about. */
interface Shelf {
	/** By `slug/fact`. */
	byFact: ReadonlyMap<string, Askable[]>;
	bySkill: ReadonlyMap<string, Askable[]>;
}

function shelve(library: readonly Readable[]): Shelf {
	const byFact = new Map<string, Askable[]>();
	const bySkill = new Map<string, Askable[]>();
	const put = (shelf: Map<string, Askable[]>, key: string, question: Askable): void => {
		const held = shelf.get(key);
		if (held) held.push(question);
		else shelf.set(key, [question]);
	};
	for (const question of library.flatMap(({ questions }) => questions)) {
		put(bySkill, question.skill, question);
		for (const fact of new Set(question.facts)) put(byFact, `${question.slug}/${fact}`, question);
	}
	return { byFact, bySkill };
}

/** What a session holds already: no question twice, and no two about one fact. */
class Taken {
	readonly #questions = new Set<string>();
	readonly #facts = new Set<string>();

	add(question: Askable): void {
		this.#questions.add(nameOf(question));
		for (const fact of question.facts) this.#facts.add(`${question.slug}/${fact}`);
	}

	has(question: Askable): boolean {
		return (
			this.#questions.has(nameOf(question)) ||
			question.facts.some((fact) => this.#facts.has(`${question.slug}/${fact}`))
		);
	}
}

/** Paragraphs of each article that questions which were answered have shown. */
export function readParagraphs(
	library: readonly Readable[],
	{ asked }: Studied
): Map<string, Set<number>> {
	return new Map(
		library.map(({ slug, questions }) => [
			slug,
			new Set(questions.filter((one) => asked.has(nameOf(one))).flatMap(({ needs }) => [...needs]))
		])
	);
}

const isReadable = (question: Askable, read: ReadonlyMap<string, ReadonlySet<number>>): boolean =>
	question.needs.every((n) => read.get(question.slug)?.has(n));

/**
 * Another wording or kind on the same fact, or the same skill on another sentence or article; what was
 * not asked yet comes first, then what was asked longest ago. The very same question only where there
 * is nothing else.
 */
function siblingFor(
	item: Item,
	{ byFact, bySkill }: Shelf,
	{ asked }: Studied,
	read: ReadonlyMap<string, ReadonlySet<number>>,
	taken: Taken
): Askable | undefined {
	const isOpen = (question: Askable) => !taken.has(question);
	const onFact = (byFact.get(`${item.slug}/${item.fact}`) ?? []).filter(isOpen);
	const last = Math.max(...onFact.map((one) => asked.get(nameOf(one)) ?? -1));
	const askedLast = (question: Askable) => last >= 0 && asked.get(nameOf(question)) === last;
	const rank = (question: Askable): number[] => [
		asked.get(nameOf(question)) ?? 0,
		question.skill === item.skill ? 0 : 1,
		isReadable(question, read) ? 0 : 1
	];
	const byRank = (one: Askable, other: Askable): number => {
		const [a, b] = [rank(one), rank(other)];
		return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0);
	};
	const sibling = onFact.filter((one) => !askedLast(one)).sort(byRank)[0];
	if (sibling) return sibling;
	const elsewhere = (bySkill.get(item.skill) ?? [])
		.filter(
			(one) =>
				isOpen(one) &&
				!onFact.includes(one) &&
				(isReadable(one, read) || one.needs.length <= PARAGRAPHS)
		)
		.sort(byRank)[0];
	return elsewhere ?? onFact.sort(byRank)[0];
}

/**
 * New questions: the weakest skill first, each on a fact that was never asked about, from paragraphs
 * that are read and the next two of an article; where those do not give enough, one more is to be read,
 * and so on. `fresh` takes what is to be read.
 */
function chooseNew(
	{ library, state, skills }: Choosing,
	{ bySkill }: Shelf,
	read: Map<string, Set<number>>,
	fresh: Map<string, number[]>,
	taken: Taken,
	wanted: number
): Pick[] {
	const known = new Set([...state.items.values()].map(({ slug, fact }) => `${slug}/${fact}`));
	/** A skill whose fact has retired moves to another article. */
	const moved = new Set(
		[...state.items.values()]
			.filter(({ retired }) => retired)
			.map(({ slug, skill }) => `${slug}/${skill}`)
	);
	const picks: Pick[] = [];
	const isNew = (question: Askable): boolean =>
		!state.asked.has(nameOf(question)) &&
		!question.facts.some((fact) => known.has(`${question.slug}/${fact}`));
	const take = (allowed: (question: Askable) => boolean): void => {
		let more = true;
		while (more && picks.length < wanted) {
			more = false;
			for (const skill of skills) {
				if (picks.length === wanted) return;
				const found = (bySkill.get(skill) ?? [])
					.filter((one) => isNew(one) && !taken.has(one) && allowed(one))
					.sort(
						(one, other) =>
							Number(moved.has(`${one.slug}/${skill}`)) -
							Number(moved.has(`${other.slug}/${skill}`))
					)[0];
				if (!found) continue;
				taken.add(found);
				picks.push({ slug: found.slug, id: found.id, item: itemOf(found), review: false });
				more = true;
			}
		}
	};
	// Something new to read comes first; what is read already fills up what is missing.
	for (let count = PARAGRAPHS; picks.length < wanted; count = 1) {
		const next = nextToRead(library, read, count, wanted);
		if (next) {
			const { slug, paragraphs } = next;
			read.set(slug, new Set([...(read.get(slug) ?? []), ...paragraphs]));
			const before = picks.length;
			take((one) => one.slug === slug && isReadable(one, read));
			if (picks.length > before || fresh.has(slug))
				fresh.set(slug, [...(fresh.get(slug) ?? []), ...paragraphs]);
		}
		take((one) => isReadable(one, read));
		if (!next) break;
	}
	return picks;
}

/**
 * The next paragraphs of the article that was begun; or else of the first one whose beginning holds as
 * many questions as are wanted, so that nobody has to read more for them.
 */
function nextToRead(
	library: readonly Readable[],
	read: ReadonlyMap<string, ReadonlySet<number>>,
	count: number,
	wanted: number
): { slug: string; paragraphs: number[] } | undefined {
	const seen = ({ slug }: Readable) => read.get(slug)?.size ?? 0;
	const open = library.filter((article) => seen(article) < article.paragraphs);
	const next =
		open.find((article) => seen(article) > 0) ??
		open.find((article) => heldBy(article, count) >= wanted) ??
		open[0];
	if (!next) return undefined;
	const unread = Array.from({ length: next.paragraphs }, (_, i) => i + 1).filter(
		(n) => !read.get(next.slug)?.has(n)
	);
	return { slug: next.slug, paragraphs: unread.slice(0, count) };
}

/** Questions that the first paragraphs of an article hold, no two about one fact. */
function heldBy({ questions }: Readable, count: number): number {
	const taken = new Taken();
	return questions.filter((question) => {
		if (question.needs.some((n) => n > count) || taken.has(question)) return false;
		taken.add(question);
		return true;
	}).length;
}

/** Keeps the order as far as no two neighbours are alike. */
export function interleave<T>(list: readonly T[], of: (one: T) => string): T[] {
	const left = [...list];
	const mixed: T[] = [];
	while (left.length > 0) {
		const last = mixed.at(-1);
		const at = left.findIndex((one) => last === undefined || of(one) !== of(last));
		mixed.push(...left.splice(Math.max(0, at), 1));
	}
	return mixed;
}
