// An acknowledged answer through the app against the bare limit of this machine's disk, Node and Kit: how
// many a second, taken in turn in one run, from as many clients as a class has.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldsFromAnswer } from '../../src/lib/taking/answer.ts';
import type { Receipt, Sending } from '../../src/lib/taking/attempt.ts';
import { presets } from '../../src/lib/taking/policy.ts';
import { tokenOf } from '../../src/lib/server/attempts/token.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import { openStore, type Store } from '../../src/lib/server/store/store.ts';
import { hashToken } from '../../src/lib/server/tokens.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse
} from '../support/school.ts';
import { startServer } from '../support/server.ts';
import { startBare } from './bare.ts';
import { Client, quantile } from './load.ts';
import { median, printTable } from './table.ts';

const CLIENTS = 30;
const ROUNDS = 6;
/** Milliseconds of a round. */
const LASTS = 3000;
/** Learners with an attempt of their own: nobody answers the same question twice. */
const ATTEMPTS = 9000;

interface Prepared {
	path: string;
	body: string;
	op: string;
}

const openHere = (file: string): Promise<Store> =>
	openStore(
		{ engine: 'sqlite', file },
		{
			now: Date.now(),
			report: (message) => {
				throw new Error(message);
			}
		}
	);

/** Fills a store and writes down every answer that will be sent. */
async function prepare(file: string): Promise<Prepared[]> {
	const store = await openHere(file);
	const { db } = store;
	const teacher = await makeTeacher(db);
	const group = await makeClass(db, teacher);
	const assignment = await makeAssignment(db, teacher, [group.id], {
		policy: presets.test.policy
	});
	const learner = await makeLearner(db, group.id, 'Owl');
	const { attempt, slots, questions } = await makeAttempt(db, assignment.id, learner.id);
	const answers = questions.map((question) => fieldsFromAnswer(rightResponse(question)));
	const prepared: Prepared[] = [];
	await db.transaction().execute(async (trx) => {
		for (let i = 0; i < ATTEMPTS; i++) {
			const own = await makeLearner(trx, group.id, `Owl ${i}`);
			const id = newId();
			const token = tokenOf({ id, seed: attempt.seed });
			await trx
				.insertInto('attempt')
				.values({ ...attempt, id, learner_id: own.id, token_hash: hashToken(token) })
				.execute();
			await trx
				.insertInto('attempt_slot')
				.values(
					slots.map((slot) => ({ ...slot, attempt_id: id, shown: JSON.stringify(slot.shown) }))
				)
				.execute();
			for (const [position, fields] of answers.entries()) {
				const op = newId();
				const sending: Sending = {
					v: 1,
					token,
					sentAt: 0,
					submit: false,
					answers: [{ op, position, revision: 1, fields, certainty: null, at: 0 }]
				};
				prepared.push({ path: `/take/${id}/answers`, body: JSON.stringify(sending), op });
			}
		}
	});
	await store.close();
	// One client's answers of one attempt follow each other, as a learner's do.
	return prepared;
}

interface Side {
	address: string;
	clients: Client[];
	queue: Prepared[];
	rates: number[];
	times: number[];
}

async function round(side: Side, isStored: (body: string, op: string) => boolean): Promise<void> {
	const perClient = answersOfOne(side);
	const until = performance.now() + LASTS;
	const began = performance.now();
	let count = 0;
	await Promise.all(
		side.clients.map(async (client) => {
			while (performance.now() < until) {
				const mine = perClient();
				if (mine.length === 0) throw new Error('No answers are left: prepare more.');
				for (const { path, body, op } of mine) {
					const headers = { 'content-type': 'application/json' };
					const came = await client.send({ path, method: 'POST', headers, body });
					if (came.status !== 200 || !isStored(came.body, op))
						throw new Error(`Not stored: ${came.status} ${came.body.slice(0, 200)}`);
					side.times.push(came.took);
					count += 1;
				}
			}
		})
	);
	side.rates.push((count * 1000) / (performance.now() - began));
}

/** Hands out the answers of one attempt after another. */
function answersOfOne({ queue }: Side): () => Prepared[] {
	const questions = queue.findIndex(({ path }) => path !== queue[0]?.path);
	return () => queue.splice(0, questions === -1 ? queue.length : questions);
}

export async function benchAnswers(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'says-who-bare-'));
	const server = await startServer();
	const bareFile = join(folder, 'says-who.db');
	const [appQueue, bareQueue] = [
		await prepare(join(server.dataDir, 'says-who.db')),
		await prepare(bareFile)
	];
	const { address, process: bare } = await startBare(join(folder, 'bare'), bareFile);
	try {
		const side = (at: string, queue: Prepared[]): Side => ({
			address: at,
			clients: Array.from({ length: CLIENTS }, () => new Client(at)),
			queue,
			rates: [],
			times: []
		});
		const app = side(server.address, appQueue);
		const limit = side(address, bareQueue);
		const inReceipt = (body: string, op: string) =>
			(JSON.parse(body) as Receipt).answers.some((one) => one.op === op && one.stored);
		for (let i = 0; i < ROUNDS; i++) {
			await round(app, inReceipt);
			await round(limit, (body, op) => body.includes(op));
		}
		// The first of each warms up.
		for (const one of [app, limit]) one.rates.shift();
		const row = (name: string, { rates, times }: Side) => [
			name,
			median(rates).toFixed(0),
			Math.min(...rates).toFixed(0),
			Math.max(...rates).toFixed(0),
			median(times).toFixed(1),
			quantile(times, 0.95).toFixed(1)
		];
		printTable(
			`Acknowledged answers a second, synchronous=FULL, ${CLIENTS} clients (${ROUNDS - 1} rounds of ${LASTS / 1000} s each in turn, after one to warm up)`,
			[
				['', 'median', 'least', 'most', 'median ms', 'p95 ms'],
				row('through the app', app),
				row('bare limit: a Kit endpoint that parses, inserts, answers', limit),
				['ratio', (median(app.rates) / median(limit.rates)).toFixed(2), '', '', '(bar: 0.7)']
			]
		);
		for (const client of [...app.clients, ...limit.clients]) client.close();
	} finally {
		const ended = once(bare, 'exit');
		bare.kill('SIGTERM');
		await ended;
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}
