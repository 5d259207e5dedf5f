/**
 * One attempt as this page takes it: what the server last said, what this device keeps on top of it, and
 * what a learner does with it. Draws nothing; Taker.svelte does.
 */
import { answerFromFields, fieldsFromAnswer, type Fields } from '../../taking/answer.ts';
import type { AttemptSheet, AttemptState } from '../../taking/attempt.ts';
import { timeLeft } from '../../taking/device/clock.ts';
import {
	rowFor,
	unsentFile,
	waiting,
	whereabouts,
	withWaiting,
	type OutboxRow
} from '../../taking/device/rows.ts';
import { nextOpen } from '../../taking/step.ts';
import type { Certainty } from '../../questions/response.ts';
import { download, newOp, openDevice, post, type Device } from './device.ts';
import { words } from './words.ts';

/** Answers that come one after another travel together. */
const DEBOUNCE = 300;
/** So long an answer waits for what is told about it before it is called kept. */
const HOPE = 2500;
/** By so much one answer of the server can overtake another; more, and its clock was set. */
const OVERTAKEN = 60_000;
/** Before the time is over, what is chosen is kept: on the way it must not come too late. */
export const LAST_MOMENT = 3000;

export class Session {
	readonly sheet: AttemptSheet;
	readonly #onsubmitted: () => void;
	#device: Device | null = null;
	#quit: (() => void)[] = [];
	/** The page's monotonic clock as the server's word came. */
	#stateAt: number;
	state = $state.raw<AttemptState>() as AttemptState;
	rows = $state.raw<OutboxRow[]>([]);
	handedIn = $state(false);
	failing = $state(false);
	/** What is written survives a reload. */
	lasts = $state(true);
	/** Milliseconds left; null: untimed. */
	left = $state<number | null>(null);

	readonly refused = $derived(this.rows.filter(({ refused }) => refused !== null));
	readonly shown = $derived.by(() => withWaiting(this.state, this.sheet.questions, this.rows));
	readonly where = $derived(
		whereabouts(this.rows, { handedIn: this.handedIn, failing: this.failing, stored: this.lasts })
	);
	readonly silent: boolean;

	/**
	 * @param passed milliseconds since the server said the sheet's state
	 * @param onsubmitted the server has it: nothing is left to do here
	 */
	constructor(sheet: AttemptSheet, passed: number, onsubmitted: () => void) {
		this.sheet = sheet;
		this.state = sheet.state;
		this.silent = sheet.policy.feedback.during === 'nothing';
		this.#onsubmitted = onsubmitted;
		this.#stateAt = performance.now() - passed;
		this.tick();
	}

	/** @returns once the device's store is read: what is shown from then on includes it */
	async begin(): Promise<void> {
		const { id, learner } = this.sheet;
		const device = await openDevice();
		this.#device = device;
		this.#quit.push(
			device.listen((attempt, state) => {
				if (attempt !== id) return;
				if (state) this.hear(state);
				void this.#read();
			})
		);
		if (this.state.state === 'open')
			await device.store.keep({
				v: 1,
				id,
				learner: learner.id,
				sheet: { ...this.sheet, state: this.state },
				handedIn: false,
				stateAt: Date.now() - (performance.now() - this.#stateAt)
			});
		await this.#read();
		void device.sender.flush(id);
	}

	end(): void {
		for (const quit of this.#quit) quit();
	}

	async #read(): Promise<void> {
		const device = this.#device;
		if (!device) return;
		const { id } = this.sheet;
		const [rows, kept] = await Promise.all([device.store.rows(id), device.store.attempt(id)]);
		this.rows = rows;
		this.handedIn = this.state.state === 'open' && (kept?.handedIn ?? this.handedIn);
		this.failing = device.sender.isFailing(id);
		this.lasts = device.store.lasts();
		// Another tab has heard more: of answers that it sent, or that it was handed in there.
		if (kept && kept.sheet.state.now > this.state.now)
			this.hear(kept.sheet.state, Math.max(0, Date.now() - kept.stateAt));
		else if (!kept && this.lasts && this.state.state === 'open') void this.poll();
	}

	/**
	 * The server has spoken; an older word that comes late changes nothing.
	 * @param passed milliseconds since
	 */
	hear(state: AttemptState, passed = 0): void {
		const older = this.state.now - state.now;
		if (older > 0 && older < OVERTAKEN) return;
		const goesOn = this.state.paused && !state.paused;
		this.state = state;
		this.#stateAt = performance.now() - passed;
		this.tick();
		if (goesOn) void this.#device?.sender.flush(this.sheet.id);
		if (state.state === 'submitted') void this.#leave();
	}

	/** Submitted here, elsewhere or by the clock: what waits is sent, then the result is shown. */
	async #leave(): Promise<void> {
		const device = this.#device;
		const { id } = this.sheet;
		if (device) {
			if (waiting(await device.store.rows(id)).length > 0) {
				await device.sender.flush(id);
				if (device.sender.isFailing(id)) return;
			}
			await device.store.wipe(id);
			device.changed(id);
		}
		this.#onsubmitted();
	}

	tick(): void {
		this.left = timeLeft(this.state, performance.now() - this.#stateAt);
	}

	/** Asks the server how things stand: more time, a pause, the end. */
	async poll(): Promise<void> {
		try {
			const answer = await fetch(`/take/${encodeURIComponent(this.sheet.id)}/state`, {
				headers: { authorization: `Bearer ${this.sheet.token}` }
			});
			if (answer.ok) this.hear((await answer.json()) as AttemptState);
		} catch {
			// Without a network the clock goes on by itself.
		}
	}

	/**
	 * Takes the form of question `n`.
	 * @returns what to mend; or where to go on, which is `n` itself where something will be told
	 */
	async answer(n: number, form: URLSearchParams): Promise<{ notice: string } | { n: number }> {
		const question = this.sheet.questions[n - 1];
		if (!question) return { n };
		const skips = form.get('do') === 'skip';
		const fields = skips ? [] : answerFields(form);
		const read = answerFromFields(question, fields);
		if ('fault' in read) return { notice: read.fault };
		// A plan without a tick is an answer; its field says that it was looked at.
		const response =
			read.response ??
			(question.kind === 'leave' && !skips ? { kind: question.kind, checks: [] } : null);
		if (response === null && !skips) return { notice: nothingChosen };
		await this.give(n, fieldsFromAnswer(response), skips ? null : certaintyIn(form));
		return { n: this.silent || skips ? nextOpen(this.shown.slots, n) : n };
	}

	/** Keeps an answer, then sends it. */
	async give(n: number, fields: Fields, certainty: Certainty | null): Promise<void> {
		const device = (this.#device ??= await openDevice());
		const { id } = this.sheet;
		const known = { ...this.sheet, state: this.state };
		const given = { position: n - 1, fields, certainty };
		const mark = { op: newOp(), at: Date.now() };
		await device.store.add(id, (rows) => rowFor(known, rows, given, mark));
		if (this.silent && device.store.lasts()) {
			device.sender.soon(id, DEBOUNCE);
			device.changed(id);
			await this.#read();
		} else {
			await Promise.race([device.sender.flush(id), new Promise((go) => setTimeout(go, HOPE))]);
			device.changed(id);
			await this.#read();
		}
	}

	async handIn(): Promise<void> {
		const device = (this.#device ??= await openDevice());
		this.handedIn = true;
		await device.store.handIn(this.sheet.id);
		await device.sender.flush(this.sheet.id);
		await this.#read();
	}

	async sendNow(): Promise<void> {
		await this.#device?.sender.flushAgain();
		await this.#read();
	}

	/** The page is about to go: what waits is sent without waiting for what comes of it. */
	sendAtOnce(): void {
		const { id, token } = this.sheet;
		const answers = waiting(this.rows).map(({ answer }) => answer);
		if (answers.length > 0)
			void post(id, { v: 1, token, sentAt: Date.now(), answers, submit: false });
	}

	downloadUnsent(): void {
		const { id, token, assignment } = this.sheet;
		const file = unsentFile(this.rows, { id, token, handedIn: this.handedIn }, Date.now());
		download(words.fileName(assignment.title), JSON.stringify(file, null, '\t'));
	}
}

const nothingChosen = 'Nothing is chosen yet. Choose an answer, or skip the question for now.';

export const answerFields = (form: Iterable<[string, unknown]>): Fields =>
	[...form].flatMap(([name, value]): Fields =>
		/^(r|e)(\.|$)/u.test(name) && typeof value === 'string' ? [[name, value]] : []
	);

export function certaintyIn(form: URLSearchParams): Certainty | null {
	const sure = Number(form.get('sure'));
	return sure === 1 || sure === 2 || sure === 3 ? sure : null;
}
