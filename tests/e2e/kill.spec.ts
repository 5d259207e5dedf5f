// The server dies in the middle of taking answers, as by a power cut of the process: whatever it had
// acknowledged is there when it comes back.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { fieldsFromAnswer } from '../../src/lib/taking/answer.ts';
import type { Receipt, Sending } from '../../src/lib/taking/attempt.ts';
import { presets } from '../../src/lib/taking/policy.ts';
import { newId } from '../../src/lib/server/store/ids.ts';
import { openStore } from '../../src/lib/server/store/store.ts';
import {
	makeAssignment,
	makeAttempt,
	makeClass,
	makeLearner,
	makeTeacher,
	rightResponse,
	type MadeAttempt
} from '../support/school.ts';

const root = resolve(import.meta.dirname, '../..');
const KILLS = 10;
const LEARNERS = 6;
let folder = '';

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'says-who-kill-'));
});
test.afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<{ child: ChildProcess; address: string }> {
	const child = spawn(process.execPath, ['src/cli/serve.ts'], {
		cwd: root,
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '', DATA_DIR: folder },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let printed = '';
	const address = await new Promise<string>((settle, reject) => {
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
			const [, found] = /Says Who is at (http:\/\/\S+)/u.exec(printed) ?? [];
			if (found !== undefined) settle(found);
		});
		child.once('exit', () => {
			reject(new Error(`The server ended: ${printed}`));
		});
	});
	return { child, address };
}

async function fillStore(): Promise<MadeAttempt[]> {
	const store = await openStore(
		{ engine: 'sqlite', file: join(folder, 'says-who.db') },
		{
			now: Date.now(),
			report: (message) => {
				throw new Error(message);
			}
		}
	);
	const teacher = await makeTeacher(store.db);
	const group = await makeClass(store.db, teacher);
	const assignment = await makeAssignment(store.db, teacher, [group.id], {
		policy: presets.test.policy
	});
	const made = [];
	for (let i = 0; i < LEARNERS; i++) {
		const learner = await makeLearner(store.db, group.id, `Owl ${i}`);
		made.push(await makeAttempt(store.db, assignment.id, learner.id));
	}
	await store.close();
	return made;
}

/** A device: sends one answer after another, each again and again until it is acknowledged. */
class Device {
	readonly acknowledged = new Set<string>();
	readonly #made: MadeAttempt;
	#revision = 0;
	#waiting: Sending | null = null;

	constructor(made: MadeAttempt) {
		this.#made = made;
	}

	#next(): Sending {
		const { questions, token } = this.#made;
		const position = this.#revision % questions.length;
		const question = questions[position];
		this.#revision += 1;
		return {
			v: 1,
			token,
			sentAt: 0,
			submit: false,
			answers: [
				{
					op: newId(),
					position,
					revision: this.#revision,
					fields: fieldsFromAnswer(question ? rightResponse(question) : null),
					certainty: null,
					at: 0
				}
			]
		};
	}

	/** @returns once the server is gone */
	async send(address: string): Promise<void> {
		for (;;) {
			this.#waiting ??= this.#next();
			try {
				const answer = await fetch(`${address}/take/${this.#made.attempt.id}/answers`, {
					method: 'POST',
					headers: { origin: address, 'content-type': 'application/json' },
					body: JSON.stringify(this.#waiting)
				});
				if (!answer.ok) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
				const { answers } = (await answer.json()) as Receipt;
				for (const { op, stored } of answers) if (stored) this.acknowledged.add(op);
				this.#waiting = null;
			} catch (error) {
				if (error instanceof Error && error.message.startsWith('refused')) throw error;
				return;
			}
		}
	}
}

test('killed ten times while answers come in, every acknowledged answer is there, once', async () => {
	test.slow();
	const devices = (await fillStore()).map((made) => new Device(made));
	const count = () => devices.reduce((all, { acknowledged }) => all + acknowledged.size, 0);

	for (let kill = 0; kill < KILLS; kill++) {
		const { child, address } = await serve();
		const ended = once(child, 'exit');
		const before = count();
		const sending = Promise.all(devices.map((device) => device.send(address)));
		// In the middle of it: some answers are acknowledged, others are on their way.
		await expect
			.poll(() => count() - before, { intervals: [5], timeout: 60_000 })
			.toBeGreaterThan(10 + 7 * kill);
		child.kill('SIGKILL');
		await ended;
		await sending;
	}

	const database = new DatabaseSync(join(folder, 'says-who.db'));
	const rows = database.prepare('select op_id from response').all() as { op_id: string }[];
	expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
	expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
	database.close();
	const stored = new Set(rows.map(({ op_id }) => op_id));
	const acknowledged = devices.flatMap((device) => [...device.acknowledged]);
	expect(acknowledged.filter((op) => !stored.has(op))).toEqual([]);
	expect(rows).toHaveLength(stored.size);
	// No more than one answer of each device can be stored without its acknowledgement having come.
	expect(stored.size - acknowledged.length).toBeLessThanOrEqual(devices.length);
	expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
});
