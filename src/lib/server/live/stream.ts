// A stream of server-sent events that shows one thing as it is now, again and again: for whoever
// watches. It re-reads when told and every two seconds anyway, so it is right on several nodes and where
// nobody tells; it sends only what differs from what it sent last. Every event holds the whole, so
// whoever comes back after a break has missed nothing, whatever `Last-Event-ID` says.

/** Milliseconds between two readings while nobody tells of a change. */
const EVERY = 2000;
/** Milliseconds of silence after which a comment shows both sides that the connection stands. */
const HEARTBEAT = 15_000;
/** Milliseconds after which a browser comes back. */
const RETRY = 2000;
/** A browser opens six connections to one place: two must stay free for pages. */
export const STREAMS_AT_ONCE = 4;

/** What the server says to itself before it waits for its answers to end, and Kit's own name for the end. */
const ENDS = ['says-who:stopping', 'sveltekit:shutdown'] as const;

export interface Watched {
	/** Whose stream it is: each may have a few. */
	watcher: string;
	/** What is shown now, as text; a rejection ends the stream. */
	read: () => Promise<string>;
	/** Calls back when there may be something new; gives what ends that. */
	onChange: (listener: () => void) => () => void;
	/** Told of a reading that failed for another reason than that nobody may read any more. */
	report: (error: unknown) => void;
	signal: AbortSignal;
}

type End = (last?: string) => void;
const open = new Map<string, Set<End>>();

/** How many streams somebody has. */
export const streamsOf = (watcher: string): number => open.get(watcher)?.size ?? 0;

/**
 * @returns the body of an answer of type text/event-stream. `now` events hold what `read` gave;
 *   `elsewhere` says that a newer stream of the same watcher took this one's place.
 */
export function streamOf(watched: Watched, first: string): ReadableStream<Uint8Array> {
	const { watcher, read, onChange, report, signal } = watched;
	const text = new TextEncoder();
	let end: End = () => undefined;

	return new ReadableStream<Uint8Array>(
		{
			start(controller) {
				let sent = first;
				let silent = 0;
				let reading = false;
				let again = false;
				let ended = false;

				const send = (chunk: string) => {
					silent = 0;
					controller.enqueue(text.encode(chunk));
				};
				const look = async () => {
					if (ended) return;
					// One reading at a time; what was told meanwhile is looked at after it.
					if (reading) {
						again = true;
						return;
					}
					// A reader that does not take what is there gets the newest once it does.
					if ((controller.desiredSize ?? 0) <= 0) return;
					reading = true;
					try {
						const found = await read();
						if (!isEnded() && found !== sent) {
							sent = found;
							send(eventOf('now', found));
						}
					} catch (error) {
						report(error);
						end();
					}
					reading = false;
					if (again) {
						again = false;
						await look();
					}
				};
				const isEnded = () => ended;
				const timer = setInterval(() => {
					silent += EVERY;
					if (silent >= HEARTBEAT && !ended) send(': still here\n\n');
					void look();
				}, EVERY);
				const stop = onChange(() => void look());
				const leave = () => {
					end();
				};
				end = (last) => {
					if (ended) return;
					ended = true;
					clearInterval(timer);
					stop();
					for (const name of ENDS) process.off(name, leave);
					signal.removeEventListener('abort', leave);
					const mine = open.get(watcher);
					mine?.delete(end);
					if (mine?.size === 0) open.delete(watcher);
					try {
						if (last !== undefined) controller.enqueue(text.encode(last));
						controller.close();
					} catch {
						// The reader is gone already.
					}
				};
				for (const name of ENDS) process.once(name, leave);
				signal.addEventListener('abort', leave, { once: true });
				makeRoom(watcher, end);
				send(`retry: ${RETRY}\n\n${eventOf('now', first)}`);
				if (signal.aborted) end();
			},
			cancel() {
				end();
			}
		},
		{ highWaterMark: 8 }
	);
}

/** The oldest makes room, and its page is told so that it does not come back by itself. */
function makeRoom(watcher: string, end: End): void {
	const mine = open.get(watcher) ?? new Set<End>();
	open.set(watcher, mine.add(end));
	if (mine.size <= STREAMS_AT_ONCE) return;
	const [oldest] = mine;
	oldest?.(eventOf('elsewhere', '{}'));
}

/** Data is one line: JSON has no line break of its own. */
const eventOf = (name: string, data: string): string => `event: ${name}\ndata: ${data}\n\n`;
