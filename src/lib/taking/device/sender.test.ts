import { describe, expect, it } from 'vitest';
import type { AttemptState, Sending } from '../attempt.ts';
import { Sender, type Posted } from './sender.ts';
import { memoryStore } from './store.ts';
import { kept, row, state } from './testing.ts';

/** A sender with a server that answers as `answers` says, then acknowledges everything. */
function setUp(...answers: ((sending: Sending) => Posted)[]) {
	const store = memoryStore();
	const sent: Sending[] = [];
	const waits: { wait: number; run: () => void }[] = [];
	const told: AttemptState[] = [];
	const sender = new Sender({
		store,
		post(_attempt, sending) {
			sent.push(sending);
			return Promise.resolve((answers.shift() ?? acknowledge)(sending));
		},
		now: () => 500,
		chance: () => 0,
		later(wait, run) {
			const planned = { wait, run };
			waits.push(planned);
			return () => waits.splice(waits.indexOf(planned), 1);
		},
		alone: (_name, run) => run(),
		changed: () => undefined,
		told: (_attempt, word) => told.push(word)
	});
	return { store, sender, sent, waits, told };
}

const acknowledge = ({ answers, submit }: Sending): Posted => ({
	receipt: {
		v: 1,
		answers: answers.map(({ op }) => ({ op, stored: true, counts: true, late: false })),
		state: state({ state: submit ? 'submitted' : 'open' })
	}
});
const unreachable = (): Posted => ({ after: null });

describe('sending', () => {
	it('takes a row away only when the server has acknowledged it', async () => {
		const { store, sender } = setUp(unreachable);
		await store.add('attempt', () => row('x', 0));
		await sender.flush('attempt');
		expect(await store.rows()).toHaveLength(1);
		expect(sender.isFailing('attempt')).toBe(true);
		await sender.flush('attempt');
		expect(await store.rows()).toHaveLength(0);
		expect(sender.isFailing('attempt')).toBe(false);
	});

	it('tries again after waits that grow, and no sooner than the server asked for', async () => {
		const { store, sender, waits } = setUp(unreachable, unreachable, () => ({ after: 30_000 }));
		await store.add('attempt', () => row('x', 0));
		await sender.flush('attempt');
		await sender.flush('attempt');
		expect(waits.map(({ wait }) => wait)).toEqual([2000]);
		await sender.flush('attempt');
		expect(waits.map(({ wait }) => wait)).toEqual([30_000]);
	});

	it('keeps a refused answer with its reason and never sends it again', async () => {
		const { store, sender, sent } = setUp(({ answers }) => ({
			receipt: {
				v: 1,
				answers: answers.map(({ op }) => ({ op, stored: false, why: 'over' })),
				state: state()
			}
		}));
		await store.add('attempt', () => row('x', 0));
		await sender.flush('attempt');
		await sender.flush('attempt');
		expect(await store.rows()).toMatchObject([{ op: 'x', refused: 'over' }]);
		expect(sent).toHaveLength(1);
	});

	it('leaves answers waiting that the server does not name, and does not run in circles', async () => {
		const { store, sender, sent, waits } = setUp(() => ({
			receipt: { v: 1, answers: [], state: state({ paused: true }) }
		}));
		await store.add('attempt', () => row('x', 0));
		await sender.flush('attempt');
		expect(await store.rows()).toMatchObject([{ op: 'x', refused: null }]);
		expect([sent.length, waits.length]).toEqual([1, 1]);
	});

	it('does not run in circles where the device cannot take away what was acknowledged', async () => {
		const { store, sender, sent, waits } = setUp(acknowledge, acknowledge, () => {
			throw new Error('sent in circles');
		});
		store.settle = () => Promise.resolve();
		store.wipe = () => Promise.resolve();
		await store.keep(kept());
		await store.add('attempt', () => row('x', 0));
		await sender.flush('attempt');
		await store.handIn('attempt');
		await sender.flush('attempt');
		expect(sent.map(({ submit }) => submit)).toEqual([false, true]);
		expect(waits).toHaveLength(1);
	});

	it('sends what was added while it was sending', async () => {
		const { store, sender, sent } = setUp((sending) => {
			void store.add('attempt', () => row('y', 1));
			return acknowledge(sending);
		});
		await store.add('attempt', () => row('x', 0));
		await sender.flush('attempt');
		expect(sent.map(({ answers }) => answers.map(({ op }) => op))).toEqual([['x'], ['y']]);
		expect(await store.rows()).toEqual([]);
	});

	it('sends each attempt’s rows with that attempt’s token, whoever they belong to', async () => {
		const { store, sender, sent } = setUp();
		await store.add('attempt', () => row('x', 0));
		await store.add('other', () =>
			row('y', 0, 1, { attempt: 'other', token: 'others', learner: 'lynx' })
		);
		await sender.flushAll();
		expect(sent.map(({ token, answers }) => [token, answers.length]).sort()).toEqual([
			['others', 1],
			['token', 1]
		]);
	});
});

describe('handing in', () => {
	it('goes with the last answers, and after the acknowledgement nothing of the attempt is left', async () => {
		const { store, sender, sent, told } = setUp();
		await store.keep(kept());
		await store.add('attempt', () => row('x', 0));
		await store.handIn('attempt');
		await sender.flush('attempt');
		expect(sent).toMatchObject([{ submit: true, answers: [{ op: 'x' }] }]);
		expect(await store.attempts()).toEqual([]);
		expect(told.at(-1)?.state).toBe('submitted');
	});

	it('is kept without a network, also when the attempt’s page is opened again', async () => {
		const { store, sender } = setUp(unreachable);
		await store.keep(kept());
		await store.handIn('attempt');
		await sender.flush('attempt');
		await store.keep(kept());
		expect(await store.attempt('attempt')).toMatchObject({ handedIn: true });
		await sender.flushAll();
		expect(await store.attempts()).toEqual([]);
	});

	it('to a server that knows the attempt no more keeps the answers to be read', async () => {
		const { store, sender } = setUp(() => ({ refused: 'gone' }));
		await store.keep(kept());
		await store.add('attempt', () => row('x', 0));
		await sender.flush('attempt');
		expect(await store.rows()).toMatchObject([{ refused: 'gone' }]);
		expect(await store.attempts()).toEqual([]);
	});
});
