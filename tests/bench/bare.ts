// The bare limit of a saved answer: a server that parses a sending, inserts the row of its answer with
// the same promises (WAL, synchronous=FULL, the same table and indexes) and says so. No checks, no
// marking, nobody to be. Started by answers.ts as a process of its own: node bare.ts FILE

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { Sending } from '../../src/lib/taking/schemas.ts';
import { openSqlite } from '../../src/lib/server/store/sqlite.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the database.');
const database = await openSqlite(file);
const insert = database.prepare(
	'insert into response (op_id, attempt_id, position, revision, answer, told, answered_at, received_at) values (?, ?, ?, ?, ?, ?, ?, ?)'
);

const server = createServer((request, response) => {
	const parts: Buffer[] = [];
	request.on('data', (part: Buffer) => parts.push(part));
	request.on('end', () => {
		const sending = v.parse(Sending, JSON.parse(Buffer.concat(parts).toString('utf8')));
		const [, , attempt = ''] = (request.url ?? '').split('/');
		const now = Date.now();
		for (const { op, position, revision, fields, certainty } of sending.answers) {
			const answer = JSON.stringify({
				v: 1,
				response: { kind: 'choice', option: fields[0]?.[1] },
				certainty
			});
			insert.run(op, attempt, position, revision, answer, 0, now, now);
		}
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ stored: sending.answers.map(({ op }) => op) }));
	});
});
server.listen(0, '127.0.0.1', () => {
	console.log(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
process.on('SIGTERM', () => {
	process.exit();
});
