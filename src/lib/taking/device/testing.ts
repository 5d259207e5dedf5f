/** Attempts, states and rows for tests of this room. */
import type { PublicQuestion } from '../../questions/public.ts';
import type { AttemptSheet, AttemptState, SlotState } from '../attempt.ts';
import type { KeptAttempt, OutboxRow } from './rows.ts';

export const question = (id: string): PublicQuestion => ({
	kind: 'choice',
	id,
	skill: 'evidence',
	stem: 'Which?',
	max: 1,
	passage: null,
	options: [
		{ id: 'a', text: 'One', quoted: false },
		{ id: 'b', text: 'Two', quoted: false }
	]
});

export const slot = (given: Partial<SlotState> = {}): SlotState => ({
	revision: 0,
	response: null,
	certainty: null,
	skipped: false,
	late: false,
	feedback: null,
	...given
});

export const state = (given: Partial<AttemptState> = {}): AttemptState => ({
	state: 'open',
	now: 1000,
	deadlineAt: null,
	paused: false,
	feedback: 'nothing',
	score: null,
	moreAt: null,
	slots: [slot(), slot(), slot()],
	...given
});

export const sheet = (given: Partial<AttemptSheet> = {}): AttemptSheet => ({
	v: 1,
	id: 'attempt',
	token: 'token',
	assignment: { id: 'assignment', title: 'A quiz' },
	className: '8b',
	learner: { id: 'owl', nickname: 'Owl', partner: null },
	n: 1,
	allowed: 1,
	timed: false,
	policy: {
		article: 'open',
		certainty: true,
		feedback: { during: 'nothing', submitted: 'nothing', due: 'explanations' }
	},
	article: {
		slug: 'rain',
		version: '1',
		lang: 'en',
		title: 'Rain',
		titleBy: 'article',
		teaser: '',
		source: {
			publisher: null,
			author: null,
			date: null,
			link: null,
			invented: false,
			note: '',
			rights: ''
		},
		minutes: 1,
		lix: 30,
		blocks: [],
		sentences: 0
	},
	questions: [question('q0'), question('q1'), question('q2')],
	state: state(),
	...given
});

export const kept = (given: Partial<KeptAttempt> = {}): KeptAttempt => ({
	v: 1,
	id: 'attempt',
	learner: 'owl',
	sheet: sheet(),
	handedIn: false,
	stateAt: 0,
	...given
});

/** An answer 'a' at a place; its op says which. */
export const row = (
	op: string,
	position: number,
	revision = 1,
	given: Partial<OutboxRow> = {}
): OutboxRow => ({
	v: 1,
	op,
	attempt: 'attempt',
	learner: 'owl',
	token: 'token',
	answer: { op, position, revision, fields: [['r', 'a']], certainty: null, at: revision },
	refused: null,
	...given
});
