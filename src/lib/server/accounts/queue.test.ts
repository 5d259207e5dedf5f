import { expect, it } from 'vitest';
import { newQueue } from './queue.ts';

it('does no more at once than it may, all of it, in order, and goes on after a failure', async () => {
	const queue = newQueue(2);
	const begun: number[] = [];
	let now = 0;
	let most = 0;
	const all = await Promise.allSettled(
		Array.from({ length: 30 }, (_, i) =>
			queue(async () => {
				begun.push(i);
				most = Math.max(most, ++now);
				await new Promise((settle) => setImmediate(settle));
				now--;
				if (i % 3 === 0) throw new Error(String(i));
				return i;
			})
		)
	);
	expect(most).toBe(2);
	expect(begun).toEqual(Array.from({ length: 30 }, (_, i) => i));
	expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(10);
});
