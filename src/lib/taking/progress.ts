/**
 * How far a class is with an assignment, as plain data: what a teacher watches. Times are milliseconds
 * since 1970 by the server's clock.
 */

/**
 * `listed`: a name from the teacher's list that nobody has joined under. An excused learner stays
 * excused whatever else was done.
 */
export type Stand = 'listed' | 'not-started' | 'answering' | 'handed-in' | 'excused';

export interface LearnerProgress {
	id: string;
	/** Empty where names are not asked for; the place in the list says who it is then. */
	nickname: string;
	stand: Stand;
	/** The attempt that counts here: one that is open, else the newest. */
	attempt: {
		id: string;
		/** 1 for the learner's first. */
		n: number;
		via: 'device' | 'paper';
		/** null: it is open. */
		submittedBy: 'learner' | 'deadline' | 'teacher' | null;
	} | null;
	answered: number;
	of: number;
	/** 1-based: the last question that anything came in for; 0: none yet. */
	at: number;
	/** By the server's clock; null: nothing came in yet. */
	lastAt: number | null;
	/** Of an open attempt; null: no clock runs. */
	deadlineAt: number | null;
	/** Time is over and nothing is handed in, or it was handed in after that. */
	late: boolean;
	/** Nickname of the other one of a pair at one device. */
	partner: string | null;
	/** The second of a pair: the work is counted with the other one. */
	second: boolean;
}

export interface Progress {
	title: string;
	className: string;
	opensAt: number;
	dueAt: number | null;
	closedAt: number | null;
	pausedAt: number | null;
	learners: LearnerProgress[];
	sums: { learners: number; started: number; handedIn: number; excused: number };
}
