/** The daily session on this device: chosen from what is known here, kept here, its answers written down. */
import type { PackVersion } from '../../questions/pack.ts';
import { markedSkills } from '../../questions/skills.ts';
import { nextDue, studied } from '../../review/items.ts';
import { chooseSession, readParagraphs } from '../../review/session.ts';
import { weakestFirst } from '../../scoring/profile.ts';
import { catalogueOf, type Catalogue } from '../../study/catalogue.ts';
import { fetchPack, keptPack, listKept } from '../../study/kept.ts';
import { logProfile } from '../../study/log/profile.ts';
import { draftOf } from '../../study/log/row.ts';
import type { Log } from '../../study/log/store.ts';
import {
	lengths,
	makeSession,
	sessionSlots,
	sessionStep,
	type ReadablePack,
	type Session
} from '../../study/session.ts';
import type { StepView } from '../../study/view.ts';
import { newId, rightNow, theLog } from './log.ts';

/** So long the server may take to say what could be asked, in milliseconds. */
const PATIENCE = 3000;

/** What could be asked: what the server has, or, where it does not answer, what is kept here. */
async function getCatalogue(): Promise<Catalogue> {
	try {
		const answer = await fetch('/packs/questions', {
			credentials: 'omit',
			signal: AbortSignal.timeout(PATIENCE)
		});
		if (answer.ok) return (await answer.json()) as Catalogue;
	} catch {
		// No connection, or one that does nothing.
	}
	const kept = await listKept();
	const packs = await Promise.all(kept.map(({ slug, version }) => keptPack(slug, version)));
	const latest = new Map(packs.flatMap((pack) => (pack ? [[pack.slug, pack] as const] : [])));
	return catalogueOf([...latest.values()]);
}

export interface Start {
	/** Whether what is answered here is there after this page. */
	lasts: boolean;
	/** Nobody has answered anything here. */
	isNew: boolean;
	/** A session that was begun and not ended, today. */
	begun: Session | null;
	/** The next one. */
	next: Session;
	/** What of the texts it shows for the first time. */
	reading: { title: string; lang: string; paragraphs: number[] }[];
}

/** What stands before a session. @param length questions that the reader wishes */
export async function prepareStart(length: number): Promise<Start> {
	const log = await theLog();
	const [{ packs }, rows, last] = await Promise.all([getCatalogue(), log.rows(), log.session()]);
	const now = rightNow();
	const state = studied(rows, now.at);
	const skills = weakestFirst(logProfile(rows).filter(({ skill }) => isMarked(skill)));
	const read = readParagraphs(packs, state);
	const chosen = chooseSession({ library: packs, state, now: now.at, length, skills });
	const next = makeSession(chosen, packs, read, { id: newId(), ...now });
	return {
		lasts: log.lasts,
		isNew: rows.length === 0,
		begun: last?.day === now.day && isGoingOn(last) ? last : null,
		next,
		reading: readingOf(next, packs)
	};
}

const isMarked = (skill: string): boolean => markedSkills.some((one) => one === skill);
const isGoingOn = (session: Session): boolean => {
	const slots = sessionSlots(session);
	return slots.includes('answered') && slots.some((slot) => slot !== 'answered');
};

const readingOf = ({ fresh }: Session, packs: readonly ReadablePack[]): Start['reading'] =>
	packs.flatMap(({ slug, title, lang }) => {
		const paragraphs = fresh[slug] ?? [];
		return paragraphs.length > 0 ? [{ title, lang, paragraphs }] : [];
	});

/** A session that can be taken: its packs are here. */
export class Daily {
	#session: Session;
	readonly #packs: ReadonlyMap<string, PackVersion>;
	readonly #log: Log;
	#lasts: boolean;

	private constructor(session: Session, packs: ReadonlyMap<string, PackVersion>, log: Log) {
		this.#session = session;
		this.#packs = packs;
		this.#log = log;
		this.#lasts = log.lasts;
	}

	/** Begins a session. @throws TypeError when one of its packs cannot be had */
	static async begin(session: Session): Promise<Daily> {
		const daily = await Daily.#open(session);
		await daily.#write((log) => log.keepSession(session));
		return daily;
	}

	/** The session that was begun last; null where there is none. @throws as `begin` does */
	static async goOn(): Promise<Daily | null> {
		// What could not be kept is only here.
		if (current && !current.lasts) return current;
		const session = await (await theLog()).session();
		return session ? Daily.#open(session) : null;
	}

	static async #open(session: Session): Promise<Daily> {
		const log = await theLog();
		const packs = new Map<string, PackVersion>();
		for (const { slug, version } of session.picks)
			if (!packs.has(slug))
				packs.set(
					slug,
					(await keptPack(slug, version)) ?? (await fetchPack({ slug, version })).pack
				);
		return (current = new Daily(session, packs, log));
	}

	/** Whether everything so far is there after this page: a device can run full at any answer. */
	get lasts(): boolean {
		return this.#lasts;
	}

	get session(): Session {
		return this.#session;
	}
	get packs(): ReadonlyMap<string, PackVersion> {
		return this.#packs;
	}

	show(params: URLSearchParams, whole: boolean): StepView {
		return sessionStep(this.#packs, this.#session, params, whole).view;
	}

	/** Takes a form. An answer is on the disk before its reasons are shown, where there is room for it. */
	async take(form: URLSearchParams, whole: boolean): Promise<StepView> {
		const n = Number(form.get('n'));
		// Another tab may have answered meanwhile.
		const kept = this.#lasts ? await this.#log.session() : undefined;
		if (kept?.id === this.#session.id) this.#session = kept;
		const { view, session, marked } = sessionStep(this.#packs, this.#session, form, whole);
		if (session === this.#session) return view;
		this.#session = session;
		const pick = session.picks[n - 1];
		const draft =
			marked &&
			pick &&
			draftOf({
				slug: pick.slug,
				version: pick.version,
				marked,
				item: pick.item,
				review: pick.review,
				...rightNow()
			});
		await this.#write(async (log) => {
			if (draft) await log.append(draft);
			await log.keepSession(session);
		});
		return view;
	}

	/** The session goes on where the device refuses. */
	async #write(what: (log: Log) => Promise<unknown>): Promise<void> {
		try {
			await what(this.#log);
		} catch {
			this.#lasts = false;
		}
	}
}

/** The one of this page. */
let current: Daily | null = null;

/** When something waits to be looked at again; null: nothing does. */
export async function comesBack(): Promise<number | null> {
	return nextDue(studied(await (await theLog()).rows(), rightNow().at));
}

const key = 'says-who/session-length';

/** Questions that the reader wishes. */
export function wishedLength(): number {
	try {
		const kept = Number(localStorage.getItem(key));
		return kept >= lengths.least && kept <= lengths.most ? kept : lengths.usual;
	} catch {
		return lengths.usual;
	}
}

export function wishLength(length: number): void {
	try {
		localStorage.setItem(key, String(length));
	} catch {
		// It holds for this page.
	}
}
