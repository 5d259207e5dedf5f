import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { beginSession } from '$lib/server/accounts/sessions';
import { claimName } from '$lib/server/classes/claims';
import {
	freeNames,
	freeNickname,
	joinByList,
	joinByNickname,
	whyClosed
} from '$lib/server/classes/joining';
import { knock } from '$lib/server/classes/knock';
import type { ClassRow } from '$lib/server/store/class';
import type { Db } from '$lib/server/store/store';
import { orTrouble } from '$lib/server/trouble';
import { Trouble } from '$lib/study/trouble';
import { listAt, wayIn } from '$lib/taking/way';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Event = Pick<RequestEvent, 'params' | 'locals' | 'getClientAddress' | 'url'>;

/** The class that the link names; whoever is in it already goes straight to the quizzes. */
async function enter({ params, locals, getClientAddress, url }: Event): Promise<ClassRow> {
	const { db, now, learner } = locals;
	const knocked = await knock(db, params.code, { address: getClientAddress(), now });
	if ('seconds' in knocked) throw new Trouble('too-many-codes');
	if (!('found' in knocked)) throw new Trouble('no-class');
	if (learner?.classId === knocked.found.id) redirect(303, listAt(wayIn(url.searchParams)));
	return knocked.found;
}

const begin = (event: RequestEvent) => (trx: Db, learner: string) =>
	beginSession(trx, event, { learner }, event.locals.now);

export const load: PageServerLoad = (event) =>
	orTrouble(async () => {
		const group = await enter(event);
		const { db, now, learner } = event.locals;
		return {
			group: { name: group.name, by: group.join_by },
			closed: await whyClosed(db, group, now),
			names: await freeNames(db, group, now),
			suggestion: group.join_by === 'nickname' ? await freeNickname(db, group.id) : '',
			/** Of another class, signed in on this device. */
			other: learner?.nickname ?? null,
			/** To the assignment that the link is about. */
			way: wayIn(event.url.searchParams)
		};
	});

const text = v.optional(v.pipe(v.string(), v.maxLength(20_000)), '');
const Form = v.object({ nickname: text, learner: text, name: text });

/** Fields as they were sent; what is no text counts as empty. */
async function read(request: Request) {
	const form = v.safeParse(Form, Object.fromEntries(await request.formData()));
	return form.success ? form.output : { nickname: '', learner: '', name: '' };
}

/** What a form that did not do it says, and what fills it again. */
interface Refusal {
	part: 'nickname' | 'list';
	problem: string;
	typed: string;
	/** A nickname that is free. */
	free?: string;
	/** Who has the name, for a claim. */
	taken?: { id: string; name: string };
}
const refuse = (status: number, refusal: Refusal) => fail(status, { refusal });

export const actions: Actions = {
	nickname: (event) =>
		orTrouble(async () => {
			const group = await enter(event);
			const { db, now } = event.locals;
			const { nickname } = await read(event.request);
			const joined = await joinByNickname(db, group.id, nickname, begin(event), now);
			if ('learner' in joined)
				return { joined: { nickname: joined.learner.nickname, code: joined.returnCode } };
			const taken = joined.problem === 'taken';
			return refuse(taken ? 409 : 400, {
				part: 'nickname',
				problem: joined.problem,
				typed: nickname.slice(0, 1000),
				...(taken ? { free: await freeNickname(db, group.id) } : {})
			});
		}),

	pick: (event) =>
		orTrouble(async () => {
			const group = await enter(event);
			const { db, now } = event.locals;
			const { learner, name } = await read(event.request);
			const typed = name.slice(0, 1000);
			if (learner === '' && name.trim() === '')
				return refuse(400, { part: 'list', problem: 'empty', typed });
			const who = learner === '' ? { name: typed } : { id: learner };
			const joined = await joinByList(db, group.id, who, begin(event), now);
			if ('returnCode' in joined)
				return { joined: { nickname: joined.learner.nickname, code: joined.returnCode } };
			const { problem } = joined;
			if (!('learner' in joined)) return refuse(400, { part: 'list', problem, typed });
			const taken = { id: joined.learner.id, name: joined.learner.nickname };
			return refuse(409, { part: 'list', problem, typed, taken });
		}),

	claim: (event) =>
		orTrouble(async () => {
			const group = await enter(event);
			const { db, now } = event.locals;
			const { learner } = await read(event.request);
			const who = { classId: group.id, learnerId: learner };
			const problem = await claimName(db, event, who, now);
			if (problem) return refuse(409, { part: 'list', problem, typed: '' });
			redirect(303, '/join/waiting');
		})
};
