/**
 * What crosses from a device, and what the store keeps of an assignment, read by schema: the server's
 * side of `attempt.ts` and `policy.ts`. Apart from them, so that a learner's page loads no schemas.
 */
import * as v from 'valibot';
import type { Sending as SendingData } from './attempt.ts';
import { ANSWERS_AT_ONCE } from './limits.ts';
import { counting, feedbackLevels, orders, type Policy as PolicyData } from './policy.ts';

/** An answer on its way: what an outbox row holds and a sending carries. */
export const SentAnswer = v.object({
	/** Made by the client: the same answer sent twice is stored once. */
	op: v.pipe(v.string(), v.regex(/^[0-9a-z]{20,40}$/u)),
	position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
	revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
	/** As form fields of the question (`formFromResponse`); empty: skipped or taken back. */
	fields: v.pipe(
		v.array(v.tuple([v.pipe(v.string(), v.maxLength(80)), v.pipe(v.string(), v.maxLength(400))])),
		v.maxLength(200)
	),
	certainty: v.nullable(v.picklist([1, 2, 3])),
	/** What the device's clock said when it was given. Only differences on one device mean anything. */
	at: v.pipe(v.number(), v.integer())
});
export const Sending = v.object({
	v: v.literal(1),
	token: v.pipe(v.string(), v.maxLength(100)),
	/** What the device's clock says as it sends. */
	sentAt: v.pipe(v.number(), v.integer()),
	answers: v.pipe(v.array(SentAnswer), v.maxLength(ANSWERS_AT_ONCE)),
	/** Submit once these answers are stored. */
	submit: v.boolean()
}) satisfies v.GenericSchema<unknown, SendingData>;
export const Policy = v.object({
	v: v.literal(1),
	order: v.picklist(orders),
	article: v.picklist(['open', 'memory']),
	certainty: v.boolean(),
	counts: v.picklist(counting),
	feedback: v.object({
		during: v.picklist(feedbackLevels),
		submitted: v.picklist(feedbackLevels),
		due: v.picklist(feedbackLevels)
	})
}) satisfies v.GenericSchema<unknown, PolicyData>;
