/** Rows and a library for tests of this room. */
import * as fc from 'fast-check';
import { itemKey, type LogRow } from './log.ts';
import { DAY } from './memory.ts';
import type { Askable, Readable } from './session.ts';

/** Noon on 1 September 2026, UTC. */
export const NOW = Date.UTC(2026, 8, 1, 12);

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export function row(given: Partial<LogRow> & { seq: number }): LogRow {
	const { slug = 'a', facts = ['f1'], skill = 's1', at = NOW, device = 'd1' } = given;
	return {
		v: 1,
		id: `${device}-${given.seq}`,
		device,
		at,
		day: dayOf(at),
		slug,
		version: '1',
		question: 'q1',
		kind: 'choice',
		skill,
		facts,
		item: itemKey(slug, facts[0] ?? '', skill),
		response: 'a',
		points: [1, 1],
		max: 1,
		full: true,
		certainty: 2,
		again: false,
		...given
	};
}

/** Logs of two devices over half a year, with clocks that may jump. */
export const logs = fc
	.array(
		fc.record({
			device: fc.constantFrom('d1', 'd2'),
			at: fc.integer({ min: NOW - 180 * DAY, max: NOW + 40 * DAY }),
			fact: fc.constantFrom('f1', 'f2', 'f3'),
			question: fc.constantFrom('q1', 'q2', 'q3', 'q4'),
			skill: fc.constantFrom('s1', 's2'),
			full: fc.boolean(),
			certainty: fc.constantFrom(1, 2, 3, null)
		}),
		{ maxLength: 60 }
	)
	.map((list) => list.map(({ fact, ...given }, i) => row({ ...given, facts: [fact], seq: i + 1 })));

const SKILLS = ['s1', 's2', 's3', 's4', 's5'];

/** Articles of `paragraphs` paragraphs, each with some facts and two or three questions a fact. */
export function library(articles: number, paragraphs = 8): Readable[] {
	return Array.from({ length: articles }, (_, a): Readable => {
		const slug = `a${a + 1}`;
		const questions: Askable[] = [];
		for (let p = 1; p <= paragraphs; p++)
			for (let f = 0; f < 6; f++) {
				const fact = `p${p}f${f}`;
				const skill = SKILLS[(p + f + a) % SKILLS.length] ?? 's1';
				for (let q = 0; q < 1 + ((p + f) % 3); q++)
					questions.push({
						slug,
						id: `${fact}q${q}`,
						kind: q === 0 ? 'choice' : 'verdict',
						skill,
						facts: [fact],
						needs: [p]
					});
			}
		return { slug, paragraphs, questions };
	});
}

export const skills = SKILLS;
