import { describe, expect, it } from 'vitest';
import type { StepView } from '../../study/view.ts';
import { hrefOf, resultHref } from './links.ts';

const view = {
	path: '/quiz/a-story',
	quiz: 'v=1&q=abc',
	answers: 'b.3~-'
} as unknown as StepView;

describe('links of a quiz', () => {
	it('carry the answers only where asked to', () => {
		expect(hrefOf(view, 3, true)).toBe('/quiz/a-story?v=1&q=abc&n=3&a=b.3~-');
		expect(hrefOf(view, 3, false)).toBe('/quiz/a-story?v=1&q=abc&n=3');
		expect(resultHref(view, true)).toBe('/quiz/a-story/result?v=1&q=abc&a=b.3~-');
	});

	it('keep an answer that holds reserved characters in one parameter', () => {
		const href = hrefOf({ ...view, answers: 'a&n=9' }, 1, true);
		expect(new URL(href, 'http://x').searchParams.get('a')).toBe('a&n=9');
		expect(new URL(href, 'http://x').searchParams.getAll('n')).toEqual(['1']);
	});

	it('need no parameters where the path names the quiz', () => {
		const attempt = { path: '/take/x', quiz: '', answers: '' };
		expect(hrefOf(attempt, 2, true)).toBe('/take/x?n=2');
		expect(resultHref(attempt, true)).toBe('/take/x/result');
	});

	it('name no answers while there are none', () => {
		expect(hrefOf({ ...view, answers: '' }, 1, true)).toBe('/quiz/a-story?v=1&q=abc&n=1');
	});
});
