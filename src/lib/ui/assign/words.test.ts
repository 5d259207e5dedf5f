import { describe, expect, it } from 'vitest';
import { feedbackLevels, presets } from '../../taking/policy.ts';
import { drawWords, toldWhen } from './words.ts';

describe('What learners are told when', () => {
	it('is one sentence for each preset', () => {
		expect(toldWhen(presets.lesson.policy.feedback)).toBe(
			'Learners see the reasons as soon as an answer is given.'
		);
		expect(toldWhen(presets.test.policy.feedback)).toBe(
			'Learners see the reasons after the due date, or once you close it, and nothing before.'
		);
	});

	it('names every step that tells more, and only those', () => {
		expect(toldWhen({ during: 'score', submitted: 'right-or-wrong', due: 'explanations' })).toBe(
			'Learners see the points as soon as an answer is given, then which answers fit once they have submitted, then the reasons after the due date, or once you close it.'
		);
		expect(toldWhen({ during: 'nothing', submitted: 'score', due: 'score' })).toBe(
			'Learners see the points once they have submitted, and nothing before.'
		);
		expect(toldWhen({ during: 'nothing', submitted: 'nothing', due: 'nothing' })).toBe(
			'Learners are told nothing about their answers.'
		);
	});

	it('is one sentence for every policy', () => {
		for (const during of feedbackLevels)
			for (const submitted of feedbackLevels)
				for (const due of feedbackLevels)
					expect(toldWhen({ during, submitted, due })).toMatch(/^Learners [^.]+\.$/u);
	});
});

describe('A quiz', () => {
	it('is named after how it is drawn', () => {
		expect(drawWords('quick')).toBe('Quick quiz');
		expect(drawWords('full')).toBe('Full quiz');
		expect(drawWords('picked')).toBe('Picked by hand');
		expect(drawWords('skill:attribution')).toBe('One skill: Who said it');
		expect(drawWords('kind:order')).toBe('One kind of question: Put in order');
	});
});
