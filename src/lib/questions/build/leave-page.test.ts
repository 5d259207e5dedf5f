import { expect, test } from 'vitest';
import { leavePage } from './leave-page.ts';
import { build, contextOf } from './testing.ts';

const sentences = ['It has been shut for three weeks.'];

test('the plan is not marked, shows the words to check and lists what a plan may look for', () => {
	const checks = ['a date', 'an author', 'a second report'].map((what) => ({
		text: `My plan looks for ${what}.`,
		reason: { why: 'The text does not give it.', whole: true as const }
	}));
	const [question] = build(
		leavePage,
		contextOf(sentences, {
			outside: [
				{ id: 'when', task: 'Plan how to find it.', at: { s: 1, words: 'three weeks' }, checks }
			]
		})
	);

	if (question?.kind !== 'leave') throw new Error('no plan');
	expect(question.max).toBe(0);
	expect(question.passage).toEqual({ sentence: 1, words: 'three weeks' });
	expect(question.checks.map(({ text }) => text).sort()).toEqual(
		checks.map(({ text }) => text).sort()
	);
});
