/**
 * How an assignment is taken: what a teacher chooses about it, and when the learner is told what.
 * Pure; the server decides with it, pages draw it.
 */
/** From least to most; each level tells what the ones before it tell. */
export const feedbackLevels = ['nothing', 'score', 'right-or-wrong', 'explanations'] as const;
export type Feedback = (typeof feedbackLevels)[number];

/** While answering; once submitted; once the due date is over. */
export const phases = ['during', 'submitted', 'due'] as const;
export type Phase = (typeof phases)[number];

export const orders = ['same', 'shuffle', 'variant'] as const;
export const counting = ['best', 'latest', 'first'] as const;

export interface Policy {
	/** How it is written, for the releases that come after. */
	v: 1;
	/**
	 * `same`: everyone gets the same questions in the same order; `shuffle`: the same questions, their
	 * order and that of their options mixed for each learner; `variant`: each draws their own.
	 */
	order: (typeof orders)[number];
	/** `memory`: the article is closed while a question is open. */
	article: 'open' | 'memory';
	/** Whether 'how sure are you?' is asked. It never enters the mark. */
	certainty: boolean;
	/** Which attempt's mark counts where several are allowed. */
	counts: (typeof counting)[number];
	feedback: Record<Phase, Feedback>;
}

export interface Preset {
	policy: Policy;
	/** null: as many as one likes. */
	attemptsAllowed: number | null;
}

/** Reasons at once: the quiz is the lesson. / Nothing until the due date is over. */
export const presets = {
	lesson: {
		policy: {
			v: 1,
			order: 'same',
			article: 'open',
			certainty: true,
			counts: 'best',
			feedback: { during: 'explanations', submitted: 'explanations', due: 'explanations' }
		},
		attemptsAllowed: 1
	},
	test: {
		policy: {
			v: 1,
			order: 'shuffle',
			article: 'open',
			certainty: true,
			counts: 'best',
			feedback: { during: 'nothing', submitted: 'nothing', due: 'explanations' }
		},
		attemptsAllowed: 1
	}
} as const satisfies Record<string, Preset>;
export type PresetName = keyof typeof presets;

/** When an attempt ends: what a phase is worked out from. All in milliseconds since 1970. */
export interface PhaseTimes {
	now: number;
	/** Of this learner at this assignment, with the accommodation; null: none. */
	dueAt: number | null;
	/** The teacher closed it; null: not. */
	closedAt: number | null;
}

/**
 * The phase that an attempt is in. Without a due date the last phase begins when the teacher closes
 * the assignment. An open attempt is always `during`, however late it is.
 */
export function phaseOf(state: 'open' | 'submitted', { now, dueAt, closedAt }: PhaseTimes): Phase {
	if (state === 'open') return 'during';
	const over = (end: number | null) => end !== null && now >= end;
	return over(dueAt) || over(closedAt) ? 'due' : 'submitted';
}

/** Does `level` tell at least as much as `wanted`? */
export const tells = (level: Feedback, wanted: Feedback): boolean =>
	feedbackLevels.indexOf(level) >= feedbackLevels.indexOf(wanted);

/**
 * Whether a first answer stays: once a learner is told anything about an answer, a second one would
 * only repeat what was told.
 */
export const isFirstFinal = ({ feedback }: Policy): boolean => feedback.during !== 'nothing';
