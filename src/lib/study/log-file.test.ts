import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logs, row } from '../review/testing.ts';
import { FILE_LENGTH, FILE_ROWS, fileOf, readFile } from './log-file.ts';

const file = (more: object) => JSON.stringify({ format: 'says-who/study-log', v: 1, ...more });

it('comes back as it went, optional fields among it', () => {
	fc.assert(
		fc.property(logs, (some) => {
			const rows = some.map((one, i) => ({
				...one,
				...(i % 2 ? { verdict: ['stated', 'not-stated'] as const } : { evidence: true })
			}));
			expect(readFile(fileOf(rows))).toEqual({ rows });
		})
	);
});

it('leaves out what it does not know', () => {
	const rows = [row({ seq: 1 })];
	expect(readFile(file({ rows: [{ ...rows[0], __proto__: 1, later: 'x' }] }))).toEqual({ rows });
});

describe('refuses the whole of a file and says why', () => {
	it.each([
		['not JSON', '{"format":', 'not-json'],
		['another file', '{"rows":[]}', 'not-ours'],
		['no object', '"says-who/study-log"', 'not-ours'],
		['no rows', file({}), 'not-ours'],
		['a newer release', file({ v: 2, rows: [] }), 'newer'],
		['too many rows', file({ rows: Array.from({ length: FILE_ROWS + 1 }, () => 0) }), 'too-many'],
		['too many bytes', ' '.repeat(FILE_LENGTH + 1), 'too-large']
	])('%s', (_, text, why) => {
		expect(readFile(text)).toEqual({ fault: { why } });
	});

	it.each([
		['v', { v: 2 }],
		['id', { id: '' }],
		['seq', { seq: 0 }],
		['at', { at: -1 }],
		['day', { day: 'yesterday' }],
		['facts.1', { facts: ['f1', 7] }],
		['points', { points: [2, 1] }],
		['points', { points: [1, 1_000_003] }],
		['points.1', { points: [0, 0] }],
		['max', { max: 1.5 }],
		['certainty', { certainty: 4 }],
		['verdict', { verdict: ['stated', 'stated', 'stated'] }],
		['again', { again: undefined }]
	])('a row whose %s does not hold, with its place', (field, wrong) => {
		const rows = [row({ seq: 1 }), { ...row({ seq: 2 }), ...wrong }, row({ seq: 3 })];
		const read = readFile(file({ rows }));
		expect(read).toMatchObject({ fault: { why: 'row', row: 2 } });
		expect('fault' in read && read.fault.why === 'row' && read.fault.field).toContain(
			field.split('.')[0]
		);
	});

	it('whatever it holds: it never throws', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (rows) => {
				const read = readFile(file({ rows }));
				expect('fault' in read || read.rows.length === 0).toBe(true);
			})
		);
	});
});
