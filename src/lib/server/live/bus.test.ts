import { expect, it, vi } from 'vitest';
import { onChange, tellChange } from './bus.ts';

it('tells everybody who watches the assignment, and nobody who watches another', () => {
	const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()];
	const stops = [onChange('a', one), onChange('a', two), onChange('b', other)];

	tellChange('a');

	expect([one, two, other].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
	for (const stop of stops) stop();
});

it('tells nobody who has stopped, and stopping twice does not silence those who came since', () => {
	const [gone, here] = [vi.fn(), vi.fn()];
	const stop = onChange('a', gone);
	stop();
	const stopHere = onChange('a', here);
	stop();

	tellChange('a');

	expect([gone, here].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
	stopHere();
});
