/** What stands at the end of a daily session. */
import { sessionLines, sessionSlots, type SessionLine } from '../../study/session.ts';
import { comesBack, Daily } from './daily.ts';

export interface Closing {
	lines: (SessionLine & { lang: string })[];
	/** Questions that were left open. */
	open: number;
	/** When the next ones come back; null: none does. */
	comes: { /** 'tomorrow', 'on Friday', 'on 3 December'; null: now. */ day: string | null } | null;
	/** Something that the last article alone cannot prove. */
	check: { stem: string; lang: string; href: string } | null;
}

/** null: there was no session. @throws as `Daily.goOn` does */
export async function closing(): Promise<Closing | null> {
	const daily = await Daily.goOn();
	if (!daily) return null;
	const { session, packs } = daily;
	const slots = sessionSlots(session);
	const next = await comesBack();
	const last = packs.get(session.picks.at(-1)?.slug ?? '');
	const tasks = last?.bank.filter(({ kind }) => kind === 'leave') ?? [];
	const task = tasks[new Date(session.at).getDate() % Math.max(1, tasks.length)];
	return {
		lines: sessionLines(packs, session).map((line) => ({
			...line,
			lang: packs.get(session.picks[line.n - 1]?.slug ?? '')?.lang ?? 'en'
		})),
		open: slots.filter((slot) => slot !== 'answered').length,
		comes: next === null ? null : { day: dayWords(next, Date.now()) },
		check:
			last && task
				? {
						stem: task.stem,
						lang: last.lang,
						href: `/quiz/${last.slug}/new?draw=skill:leave-the-page`
					}
				: null
	};
}

/** Midnights of this device between two moments. */
function daysBetween(from: number, to: number): number {
	const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
	return Math.round((midnight(to) - midnight(from)) / (24 * 60 * 60 * 1000));
}

function dayWords(at: number, now: number): string | null {
	if (at <= now) return null;
	const days = daysBetween(now, at);
	if (days === 0) return 'later today';
	if (days === 1) return 'tomorrow';
	const date = new Date(at);
	return days < 7
		? `on ${date.toLocaleDateString('en', { weekday: 'long' })}`
		: `on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`;
}
