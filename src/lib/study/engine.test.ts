import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const viewOf = vi.fn();
vi.mock('./local.ts', () => ({ viewOf, keptLibrary: viewOf, openPack: vi.fn() }));

/** The engine as a page has it that was drawn by the server, or opened without it. */
async function engineOn(page: 'drawn' | 'shell'): Promise<typeof import('./engine.ts')> {
	vi.resetModules();
	vi.stubGlobal('document', { getElementById: () => (page === 'drawn' ? {} : null) });
	vi.stubGlobal('window', globalThis);
	return import('./engine.ts');
}

const answering = (body: unknown, status = 200): typeof fetch =>
	vi.fn(() => Promise.resolve(Response.json(body, { status })));
const unreachable: typeof fetch = () => Promise.reject(new TypeError('no network'));
const hanging: typeof fetch = () => new Promise(() => undefined);
const none = new URLSearchParams();

beforeEach(() => {
	vi.useFakeTimers();
	viewOf.mockReset();
	viewOf.mockResolvedValue(undefined);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('asking for a view', () => {
	it('takes the server’s word where it answers, and loads nothing for it', async () => {
		const { ask } = await engineOn('drawn');
		expect(await ask(answering({ from: 'server' }), 'read', 'a', none)).toEqual({ from: 'server' });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(viewOf).not.toHaveBeenCalled();
	});

	it('takes what is kept where the server cannot be reached', async () => {
		viewOf.mockResolvedValue({ from: 'here' });
		const { ask } = await engineOn('drawn');
		expect(await ask(unreachable, 'read', 'a', none)).toEqual({ from: 'here' });
	});

	it.each([502, 503])(
		'takes what is kept where something answers %i for the server, or a page for a view',
		async (status) => {
			viewOf.mockResolvedValue({ from: 'here' });
			const { ask } = await engineOn('drawn');
			expect(await ask(answering({}, status), 'read', 'a', none)).toEqual({ from: 'here' });
			const portal = () => Promise.resolve(new Response('<!doctype html>'));
			expect(await ask(portal, 'read', 'a', none)).toEqual({ from: 'here' });
		}
	);

	it('waits three seconds for a line that hangs, then takes what is kept', async () => {
		viewOf.mockResolvedValue({ from: 'here' });
		const { ask } = await engineOn('drawn');
		const asked = ask(hanging, 'read', 'a', none);
		await vi.advanceTimersByTimeAsync(2_900);
		expect(viewOf).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(200);
		expect(await asked).toEqual({ from: 'here' });
	});

	it('waits on for a slow server where nothing is kept', async () => {
		const { ask } = await engineOn('drawn');
		const slow: typeof fetch = () =>
			new Promise((done) => {
				setTimeout(() => {
					done(Response.json({ from: 'server' }));
				}, 20_000);
			});
		const asked = ask(slow, 'read', 'a', none);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(await asked).toEqual({ from: 'server' });
	});

	it('says that nothing answered, with status 0, where nothing is kept either', async () => {
		const { ask } = await engineOn('drawn');
		await expect(ask(unreachable, 'read', 'a', none)).rejects.toMatchObject({ status: 0 });
	});

	it('lets the server’s refusal stand, with its code', async () => {
		viewOf.mockResolvedValue({ from: 'here' });
		const { ask } = await engineOn('drawn');
		const refused = answering({ message: 'gone', code: 'questions-gone' }, 410);
		await expect(ask(refused, 'step', 'a', none)).rejects.toMatchObject({
			status: 410,
			code: 'questions-gone'
		});
		expect(viewOf).not.toHaveBeenCalled();
	});

	it('asks what is kept first on a page that was opened without the server', async () => {
		viewOf.mockResolvedValue({ from: 'here' });
		const { ask } = await engineOn('shell');
		const fetched = answering({ from: 'server' });
		expect(await ask(fetched, 'read', 'a', none)).toEqual({ from: 'here' });
		expect(fetched).not.toHaveBeenCalled();
		viewOf.mockResolvedValue(undefined);
		expect(await ask(fetched, 'read', 'b', none)).toEqual({ from: 'server' });
	});

	it('asks the server no more for a version that is here', async () => {
		const { ask, prepare } = await engineOn('drawn');
		await prepare('a', '1');
		viewOf.mockResolvedValue({ from: 'here' });
		const fetched = answering({ from: 'server' });
		expect(await ask(fetched, 'step', 'a', new URLSearchParams('v=1'))).toEqual({ from: 'here' });
		expect(fetched).not.toHaveBeenCalled();
	});
});
