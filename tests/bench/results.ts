// What a teacher waits for afterwards: the gradebook of a large class and question health over a year's
// answers, read from a store on disk. The rows are written straight into it, as marking would have left
// them; the database is closed and opened again before anything is measured.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGradebook } from '../../src/lib/server/results/gradebook.ts';
import { selectQuestionHealth } from '../../src/lib/server/results/health.ts';
import { openStore, type Db, type Place, type Store } from '../../src/lib/server/store/store.ts';
import { seedGradebook, seedHealth } from './results-seed.ts';
import { median, printTable } from './table.ts';

const warmUp = 3;
const counted = 15;
const NOW = Date.UTC(2026, 10, 23, 12);

interface Timed {
	/** Milliseconds of the median run, by the clock. */
	wall: number;
	/** Of the processor alone: on a machine that does other things too, the one to compare. */
	cpu: number;
}

async function timed(run: () => Promise<unknown>): Promise<Timed> {
	const wall: number[] = [];
	const cpu: number[] = [];
	for (let i = 0; i < warmUp + counted; i++) {
		const before = performance.now();
		const usage = process.cpuUsage();
		await run();
		wall.push(performance.now() - before);
		const { user, system } = process.cpuUsage(usage);
		cpu.push((user + system) / 1000);
	}
	return { wall: median(wall.slice(warmUp)), cpu: median(cpu.slice(warmUp)) };
}

/** Seeds a new store, then opens it afresh for `measure`. */
async function withStore<T>(
	place: Place,
	seed: (db: Db) => Promise<T>,
	measure: (store: Store, seeded: T) => Promise<void>
): Promise<void> {
	const options = { now: NOW, report: console.error };
	const before = await openStore(place, options);
	const seeded = await seed(before.db);
	await before.close();
	const store = await openStore(place, options);
	try {
		await measure(store, seeded);
	} finally {
		await store.close();
	}
}

/** Slope of the straight line through the logarithms (least squares): y grows as x to this power. */
function exponent(points: readonly (readonly [x: number, y: number])[]): number {
	const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
	const mean = (values: readonly number[]) =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	const [x, y] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
	const shared = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
	return shared / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

async function inFolder(run: (place: Place) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'says-who-bench-'));
	try {
		await run({ engine: 'sqlite', file: join(folder, 'says-who.db') });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

export async function benchResults(): Promise<void> {
	const rows: string[][] = [['', 'median, ms', 'of the processor, ms', 'bar, ms']];
	await inFolder((place) =>
		withStore(
			place,
			(db) => seedGradebook(db, { learners: 500, assignments: 40, now: NOW }),
			async ({ db }, { teacher, classId }) => {
				const { wall, cpu } = await timed(() => readGradebook(db, teacher, classId, NOW));
				rows.push([
					'gradebook, 500 learners × 40 assignments',
					wall.toFixed(1),
					cpu.toFixed(1),
					'< 150'
				]);
			}
		)
	);
	const health: { responses: number; times: Timed }[] = [];
	for (const responses of [25_000, 50_000, 100_000, 200_000])
		await inFolder((place) =>
			withStore(
				place,
				(db) => seedHealth(db, { responses, now: NOW }),
				async ({ db }, { teacher, questions, stored }) => {
					const times = await timed(() => selectQuestionHealth(db, teacher.id, questions));
					health.push({ responses: stored, times });
					rows.push([
						`question health, ${stored.toLocaleString('en-GB')} responses to ${questions.length} questions`,
						times.wall.toFixed(1),
						times.cpu.toFixed(1),
						responses === 100_000 ? '< 300' : ''
					]);
				}
			)
		);
	rows.push([
		'growth of question health: exponent over the four sizes, 1 is linear',
		...(['wall', 'cpu'] as const).map((what) =>
			exponent(health.map(({ responses, times }) => [responses, times[what]])).toFixed(2)
		),
		'1 ± 0.05'
	]);
	printTable(
		`Results, SQLite in a file: the function behind the page, median of ${String(counted)} after ${String(warmUp)}`,
		rows
	);
}
