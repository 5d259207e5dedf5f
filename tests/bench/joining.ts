// Five hundred learners join and start within one minute, as a school at the bell: the link's page, the
// nickname, the list, the start, the first question. How long each answer takes, and how many fail.

import { join } from 'node:path';
import { newJoinCode } from '../../src/lib/server/classes/codes.ts';
import { openStore } from '../../src/lib/server/store/store.ts';
import { makeAssignment, makeClass, makeTeacher } from '../support/school.ts';
import { startServer } from '../support/server.ts';
import { Client, quantile, type Came, type Sent } from './load.ts';
import { median, printTable } from './table.ts';

const LEARNERS = 500;
/** Of one class. */
const CLASS = 25;
/** Milliseconds in which they arrive, evenly. */
const WITHIN = 60_000;

const steps = ['join page', 'nickname', 'list', 'start', 'first question'] as const;
type Step = (typeof steps)[number];

interface School {
	codes: string[];
	assignment: string;
}

async function fill(file: string): Promise<School> {
	const store = await openStore(
		{ engine: 'sqlite', file },
		{
			now: Date.now(),
			report: (message) => {
				throw new Error(message);
			}
		}
	);
	const teacher = await makeTeacher(store.db);
	const groups = [];
	for (let i = 0; i < LEARNERS / CLASS; i++)
		groups.push(
			await makeClass(store.db, teacher, {
				name: `Class ${i + 1}`,
				join_code: newJoinCode()
			})
		);
	const assignment = await makeAssignment(
		store.db,
		teacher,
		groups.map(({ id }) => id)
	);
	await store.close();
	return { codes: groups.map(({ join_code }) => join_code), assignment: assignment.id };
}

/** One learner's way; what fails is counted and ends it. */
async function arrive(
	address: string,
	{ codes, assignment }: School,
	i: number,
	took: Map<Step, number[]>
): Promise<string | null> {
	const client = new Client(address);
	let cookie = '';
	const step = async (name: Step, sent: Sent, status: number): Promise<Came> => {
		const headers = {
			accept: 'text/html',
			'accept-encoding': 'identity',
			...(cookie === '' ? {} : { cookie }),
			...(sent.method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {})
		};
		const came = await client.send({ ...sent, headers });
		took.get(name)?.push(came.took);
		if (came.status !== status) throw new Error(`${name}: ${came.status}`);
		const set = came.headers['set-cookie'];
		if (set)
			cookie = [...(Array.isArray(set) ? set : [set])].map((one) => one.split(';')[0]).join('; ');
		return came;
	};
	try {
		const path = `/join/${codes[i % codes.length] ?? ''}`;
		await step('join page', { path }, 200);
		const body = `nickname=Otter+${2000 + i}`;
		await step('nickname', { path: `${path}?/nickname`, method: 'POST', body }, 200);
		if (cookie === '') throw new Error('nickname: no session');
		await step('list', { path: '/mine' }, 200);
		const start = {
			path: '/mine?/start',
			method: 'POST' as const,
			body: `assignment=${assignment}`
		};
		const { headers } = await step('start', start, 303);
		await step('first question', { path: String(headers['location']) }, 200);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	} finally {
		client.close();
	}
}

export async function benchJoining(): Promise<void> {
	const server = await startServer();
	try {
		const school = await fill(join(server.dataDir, 'says-who.db'));
		const took = new Map(steps.map((name) => [name, [] as number[]]));
		const began = performance.now();
		const ways = await Promise.all(
			Array.from({ length: LEARNERS }, async (_, i) => {
				await new Promise((go) => setTimeout(go, (i * WITHIN) / LEARNERS));
				return arrive(server.address, school, i, took);
			})
		);
		const seconds = (performance.now() - began) / 1000;
		const failed = ways.filter((way) => way !== null);
		const all = [...took.values()].flat();
		const row = (name: string, times: readonly number[]) => [
			name,
			String(times.length),
			median([...times]).toFixed(1),
			quantile(times, 0.95).toFixed(1),
			Math.max(0, ...times).toFixed(1)
		];
		printTable(
			`${LEARNERS} learners of ${school.codes.length} classes join and start, arriving within ${WITHIN / 1000} s (done after ${seconds.toFixed(0)} s)`,
			[
				['request', 'number', 'median ms', 'p95 ms', 'most ms'],
				...steps.map((name) => row(name, took.get(name) ?? [])),
				[...row('all', all), '(bar: p95 below 300)'],
				['errors', String(failed.length), '', '', '', '(bar: 0)'],
				...[...new Set(failed)].slice(0, 5).map((what) => ['', what])
			]
		);
	} finally {
		await server.stop();
	}
}
