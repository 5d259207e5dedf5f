import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onChange, tellChange } from './bus.ts';
import { STREAMS_AT_ONCE, streamOf, streamsOf } from './stream.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

interface Given {
	watcher?: string;
	read?: () => Promise<string>;
	signal?: AbortSignal;
	report?: (error: unknown) => void;
}

function watch(given: Given = {}) {
	const stream = streamOf(
		{
			watcher: given.watcher ?? 'ms-vance',
			read: given.read ?? (() => Promise.resolve('{"n":1}')),
			onChange: (listener) => onChange('assignment', listener),
			report: given.report ?? (() => undefined),
			signal: given.signal ?? new AbortController().signal
		},
		'{"n":1}'
	);
	const reader = stream.getReader();
	const decoder = new TextDecoder();
	return {
		next: async () => {
			const { value, done } = await reader.read();
			return done ? null : decoder.decode(value);
		},
		leave: () => reader.cancel()
	};
}

it('sends what there is at once, and nothing more while nothing changes', async () => {
	const read = vi.fn(() => Promise.resolve('{"n":1}'));
	const stream = watch({ read });
	expect(await stream.next()).toBe('retry: 2000\n\nevent: now\ndata: {"n":1}\n\n');

	const more = vi.fn();
	const waiting = stream.next().then(more);
	await vi.advanceTimersByTimeAsync(10_000);

	expect(read.mock.calls.length).toBeGreaterThan(3);
	expect(more).not.toHaveBeenCalled();
	await stream.leave();
	await waiting;
});

it('sees within two seconds what nobody told of', async () => {
	let n = 1;
	const stream = watch({ read: () => Promise.resolve(`{"n":${n}}`) });
	await stream.next();
	n = 2;
	await vi.advanceTimersByTimeAsync(2000);
	expect(await stream.next()).toBe('event: now\ndata: {"n":2}\n\n');
	await stream.leave();
});

it('looks at once when told, and once more for what was told while it looked', async () => {
	let n = 1;
	let release: (() => void) | undefined;
	const read = vi.fn(
		() =>
			new Promise<string>((settle) => {
				const found = `{"n":${n}}`;
				release = () => {
					settle(found);
				};
			})
	);
	const stream = watch({ read });
	await stream.next();
	n = 2;
	tellChange('assignment');
	n = 3;
	tellChange('assignment');
	tellChange('assignment');
	release?.();
	expect(await stream.next()).toContain('{"n":2}');
	await vi.advanceTimersByTimeAsync(0);
	release?.();
	expect(await stream.next()).toContain('{"n":3}');
	expect(read).toHaveBeenCalledTimes(2);
	await stream.leave();
});

it('shows that the connection stands while nothing happens', async () => {
	const stream = watch();
	await stream.next();
	await vi.advanceTimersByTimeAsync(16_000);
	expect(await stream.next()).toBe(': still here\n\n');
	await stream.leave();
});

it.each(['says-who:stopping', 'sveltekit:shutdown'])('ends at once on %s', async (name) => {
	const stream = watch();
	await stream.next();
	process.emit(name as never);
	expect(await stream.next()).toBeNull();
	expect(streamsOf('ms-vance')).toBe(0);
});

it('ends when the reader may not read any more', async () => {
	const report = vi.fn();
	const refused = new Error('not-yours');
	const stream = watch({ read: () => Promise.reject(refused), report });
	await stream.next();
	await vi.advanceTimersByTimeAsync(2000);
	expect(await stream.next()).toBeNull();
	expect(report).toHaveBeenCalledWith(refused);
});

it('leaves nothing behind when the browser goes', async () => {
	const before = process.listenerCount('sveltekit:shutdown');
	const gone = new AbortController();
	const streams = [watch(), watch({ signal: gone.signal })];
	expect(process.listenerCount('sveltekit:shutdown')).toBe(before + 2);
	await streams[0]?.leave();
	gone.abort();
	expect(process.listenerCount('sveltekit:shutdown')).toBe(before);
	expect(streamsOf('ms-vance')).toBe(0);
	expect(vi.getTimerCount()).toBe(0);
});

it('keeps a few streams for each watcher: the oldest makes room and is told', async () => {
	const streams = Array.from(Array(STREAMS_AT_ONCE), () => watch());
	const other = watch({ watcher: 'mr-else' });
	const newest = watch();
	expect(streamsOf('ms-vance')).toBe(STREAMS_AT_ONCE);
	await streams[0]?.next();
	expect(await streams[0]?.next()).toBe('event: elsewhere\ndata: {}\n\n');
	expect(await streams[0]?.next()).toBeNull();
	expect(await newest.next()).toContain('event: now');
	for (const stream of [...streams.slice(1), newest, other]) await stream.leave();
	expect(streamsOf('mr-else')).toBe(0);
});
