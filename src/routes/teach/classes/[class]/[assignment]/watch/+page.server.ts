import { fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { excuse } from '$lib/server/assignments/accommodations';
import { listDisputes, markDispute } from '$lib/server/attempts/disputes';
import { readProgress } from '$lib/server/attempts/progress';
import {
	addMinutes,
	closeNow,
	endFor,
	goOn,
	openAgain,
	pauseAll,
	reopen,
	takeMinutesBack,
	type Place
} from '$lib/server/attempts/steer';
import { tellChange } from '$lib/server/live/bus';
import { newToken } from '$lib/server/tokens';
import { orTrouble } from '$lib/server/trouble';
import type { Done } from '$lib/ui/watch/words';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const placeOf = (params: RouteParams): Place => ({
	classId: params.class,
	assignmentId: params.assignment
});

export const load: PageServerLoad = ({ locals, params, url }) =>
	orTrouble(async () => {
		const { db, now, teacher } = locals;
		const place = placeOf(params);
		const names = url.searchParams.get('names') !== 'off';
		const disputes = await listDisputes(db, teacher, place);
		return {
			place,
			names,
			disputes: names ? disputes : [],
			progress: await readProgress(db, teacher, place.classId, place.assignmentId, now, names),
			madeAt: now,
			op: newToken()
		};
	});

const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,40}$/u));
const Nothing = v.object({});
const Op = v.object({ op: id });
const One = v.object({ learner: id });
const Attempt = v.object({ learner: id, attempt: id });
const Dispute = v.object({ dispute: id });

/** An action: reads its fields, runs one function of the server, says what was done. */
const act =
	<Schema extends v.GenericSchema>(
		schema: Schema,
		run: (
			event: RequestEvent<RouteParams>,
			place: Place,
			fields: v.InferOutput<Schema>
		) => Promise<Done>
	) =>
	async (event: RequestEvent<RouteParams>) => {
		const fields = v.safeParse(schema, Object.fromEntries(await event.request.formData()));
		if (!fields.success) return fail(400, { refused: true });
		return orTrouble(async () => ({
			done: await run(event, placeOf(event.params), fields.output)
		}));
	};

/** Something that is done to the whole class and is so or not. */
const whole = (what: 'close' | 'open' | 'pause' | 'on', run: typeof closeNow) =>
	act(Nothing, async ({ locals: { db, teacher, now } }, place) => ({
		what,
		changed: await run(db, teacher, place, now)
	}));

const excusing = (excused: boolean) =>
	act(One, async ({ locals: { db, teacher, now } }, place, { learner }) => {
		await excuse(db, teacher, { ...place, learnerId: learner }, excused, now);
		tellChange(place.assignmentId);
		return { what: excused ? 'excuse' : 'unexcuse', changed: true, learner };
	});

const one = (what: 'reopen' | 'end', run: typeof reopen) =>
	act(Attempt, async ({ locals: { db, teacher, now } }, place, { learner, attempt }) => ({
		what,
		changed: await run(db, teacher, place, { learnerId: learner, attemptId: attempt }, now),
		learner
	}));

const settling = (closed: boolean) =>
	act(Dispute, async ({ locals: { db, teacher, now } }, place, { dispute }) => {
		await markDispute(db, teacher, place, { id: dispute, closed }, now);
		return { what: closed ? 'settled' : 'unsettled', dispute };
	});

export const actions = {
	close: whole('close', closeNow),
	open: whole('open', openAgain),
	pause: whole('pause', pauseAll),
	on: whole('on', goOn),
	minutes: act(
		v.object({ ...Op.entries, learner: v.optional(id) }),
		async ({ locals: { db, teacher, now } }, place, { op, learner = null }) => ({
			what: 'minutes',
			...(await addMinutes(db, teacher, place, { op, learnerId: learner }, now)),
			learner
		})
	),
	back: act(Op, async ({ locals: { db, teacher, now } }, place, { op }) => ({
		what: 'back',
		changed: await takeMinutesBack(db, teacher, place, op, now)
	})),
	reopen: one('reopen', reopen),
	end: one('end', endFor),
	excuse: excusing(true),
	unexcuse: excusing(false),
	settled: settling(true),
	unsettled: settling(false)
} satisfies Actions;
