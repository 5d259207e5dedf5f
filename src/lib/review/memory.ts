/**
 * How well something is remembered, by FSRS with its default parameters (J. Ye and others,
 * https://github.com/open-spaced-repetition): the one place that knows ts-fsrs. Days are the unit, and
 * there are no learning steps within a day: a session is a matter of days.
 */
import { fsrs, Rating } from 'ts-fsrs';
import type { Grade } from './grade.ts';

export const DAY = 24 * 60 * 60 * 1000;

export interface Memory {
	/** Days until the chance of recall has fallen to 90 %. */
	stability: number;
	/** 1 (easy) to 10. */
	difficulty: number;
}

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
const ratings = { again: Rating.Again, good: Rating.Good, easy: Rating.Easy } as const;

/** Memory after an answer. @param days since the last one, 0 or more; any for the first */
export function recall(memory: Memory | null, days: number, grade: Grade): Memory {
	const { stability, difficulty } = scheduler.next_state(memory, Math.max(0, days), ratings[grade]);
	return { stability, difficulty };
}

/** Whole days, at least 1, until the next answer is wanted. */
export const intervalOf = ({ stability }: Memory): number =>
	Math.max(1, scheduler.next_interval(stability, 0));

/** The chance of recall after some days, 0 to 1. */
export const chanceOf = ({ stability }: Memory, days: number): number =>
	scheduler.forgetting_curve(Math.max(0, days), stability);
