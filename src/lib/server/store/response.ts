// Rows of response: every answer that ever arrived, in the order of its revisions. None is changed.

import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import * as v from 'valibot';
import type { Certainty, Response } from '../../questions/response.ts';
import { inChunks } from './chunks.ts';
import { newId } from './ids.ts';
import type { Db } from './store.ts';

const id = v.string();
const ids = v.array(id);
const sentences = v.array(v.number());

const AnyResponse = v.variant('kind', [
	v.object({ kind: v.picklist(['choice', 'verdict']), option: id }),
	v.object({ kind: v.literal('multiple'), options: ids }),
	v.object({ kind: v.picklist(['match', 'categorise']), columns: v.record(id, id) }),
	v.object({ kind: v.literal('order'), items: ids }),
	v.object({ kind: v.literal('select'), sentences }),
	v.object({ kind: v.literal('two-part'), option: v.nullable(id), sentences }),
	v.object({ kind: v.literal('altered'), tokens: ids }),
	v.object({ kind: v.literal('leave'), checks: ids })
]) satisfies v.GenericSchema<unknown, Response>;

/** What an answer holds. The number says how it is written, for the releases that come after. */
const Answer = v.object({
	v: v.literal(1),
	/** Null: what was answered has been taken back. */
	response: v.nullable(AnyResponse),
	certainty: v.nullable(v.picklist([1, 2, 3]) satisfies v.GenericSchema<unknown, Certainty>)
});

const Row = v.object({
	op_id: v.string(),
	attempt_id: v.string(),
	position: v.number(),
	revision: v.number(),
	answer: v.pipe(v.string(), v.parseJson(), Answer),
	told: v.picklist([0, 1]),
	answered_at: v.number(),
	received_at: v.number()
});

export type ResponseRow = v.InferOutput<typeof Row>;

/** No client may send such an id (`taking/schemas.ts`): it says that a teacher typed the answer in. */
const TYPED = 'paper-';
export const typedOp = (): string => `${TYPED}${newId()}`;
export const isTyped = ({ op_id }: Pick<ResponseRow, 'op_id'>): boolean => op_id.startsWith(TYPED);
/** The same as a condition of a query on `response`. */
export const typedInSql = sql<boolean>`response.op_id like ${sql.lit(`${TYPED}%`)}`;

/** The client's operation id already stands for another answer. Nothing was stored. */
export class OpIdTaken extends Error {
	constructor() {
		super('This operation id stands for another answer.');
	}
}

/**
 * Stores a response once, however often and from wherever it is sent: the client's operation id is
 * the key, so whoever got no acknowledgement may send it again.
 * @returns the row as it is stored, with the time when it first arrived
 * @throws OpIdTaken when the id came before with another answer or for another question
 */
export async function insertResponse(db: Db, response: ResponseRow): Promise<ResponseRow> {
	const inserted = await db
		.insertInto('response')
		.values({ ...response, answer: JSON.stringify(response.answer) })
		.onConflict((conflict) => conflict.column('op_id').doNothing())
		.returningAll()
		.executeTakeFirst();
	if (inserted) return v.parse(Row, inserted);
	const stored = await selectResponse(db, response.op_id);
	if (!isDeepStrictEqual(meaningOf(stored), meaningOf(response))) throw new OpIdTaken();
	return stored;
}

/**
 * What must be equal in two sendings: not when it arrived, nor what follows from that (when it was
 * given by the server's clock, and what had been told by then).
 */
const meaningOf = ({ op_id, attempt_id, position, revision, answer }: ResponseRow) => ({
	op_id,
	attempt_id,
	position,
	revision,
	answer: v.parse(Answer, answer)
});

/** All answers of an attempt, by place and revision; of equal revisions the one that came first. */
export async function selectResponses(db: Db, attemptId: string): Promise<ResponseRow[]> {
	const rows = await db
		.selectFrom('response')
		.selectAll()
		.where('attempt_id', '=', attemptId)
		.orderBy('position')
		.orderBy('revision')
		.orderBy('received_at')
		.orderBy('op_id')
		.execute();
	return rows.map((row) => v.parse(Row, row));
}

export async function selectOptionalResponse(
	db: Db,
	opId: string
): Promise<ResponseRow | undefined> {
	const row = await db
		.selectFrom('response')
		.selectAll()
		.where('op_id', '=', opId)
		.executeTakeFirst();
	return row && v.parse(Row, row);
}

/** @throws when it is not there */
export async function selectResponse(db: Db, opId: string): Promise<ResponseRow> {
	const row = await selectOptionalResponse(db, opId);
	if (!row) throw new Error('There is no such response.');
	return row;
}

/** All answers of several attempts, by attempt, each in the order of `selectResponses`. */
export async function selectResponsesOf(
	db: Db,
	attemptIds: readonly string[]
): Promise<Map<string, ResponseRow[]>> {
	const found = new Map<string, ResponseRow[]>();
	for (const ids of inChunks(attemptIds)) {
		const rows = await db
			.selectFrom('response')
			.selectAll()
			.where('attempt_id', 'in', ids)
			.orderBy('position')
			.orderBy('revision')
			.orderBy('received_at')
			.orderBy('op_id')
			.execute();
		for (const row of rows) {
			const responses = found.get(row.attempt_id);
			const parsed = v.parse(Row, row);
			if (responses) responses.push(parsed);
			else found.set(row.attempt_id, [parsed]);
		}
	}
	return found;
}

/** Reads the stored text of an answer. */
export const parseAnswer = (text: string): ResponseRow['answer'] =>
	v.parse(v.pipe(v.string(), v.parseJson(), Answer), text);
