// The store's tables as the newest migration leaves them: one schema for both engines, spelled in
// what both have. Rows keep their columns' names.
//
// - An id is text made by `newId`; `op_id` is the client's own.
// - A time is milliseconds since 1970 and is passed in: no query reads a clock.
// - A yes or no is 0 or 1. JSON is text that the row's module parses.
//
// Rows of pack_version, question_version, quiz_version, quiz_version_question, response,
// scoring_override and grade are never changed: triggers refuse every update. They can be deleted,
// since erasing a person's data must be possible: a learner's rows go with the learner and a class's
// learners with the class. What others still need holds what it refers to, so it cannot be deleted
// by accident. An account that is erased keeps its row and loses its name, address and password,
// because overrides say who made them.

import type { Generated } from 'kysely';

type Id = string;
type Time = number;
type Flag = 0 | 1;
type Json = string;

export interface PackVersionTable {
	id: Id;
	slug: string;
	/** As links name it. */
	version: string;
	/** SHA-256 of `content`, hexadecimal. */
	hash: string;
	content: Json;
	created_at: Time;
}

export interface QuestionVersionTable {
	id: Id;
	pack_version_id: Id;
	/** The question's id inside its pack. */
	ref: string;
	/** SHA-256 of `content`: equal in two versions of a pack if the question did not change. */
	hash: string;
	content: Json;
	created_at: Time;
}

export interface QuizVersionTable {
	id: Id;
	pack_version_id: Id;
	blueprint: Json;
	created_at: Time;
}

/** What a quiz version may draw, in its order. */
export interface QuizVersionQuestionTable {
	quiz_version_id: Id;
	position: number;
	question_version_id: Id;
}

export interface TeacherTable {
	id: Id;
	/** In lower case; null once the account is erased. */
	email: string | null;
	name: string;
	role: 'administrator' | 'teacher';
	/** Null until the first password is set. */
	password_hash: string | null;
	created_at: Time;
	/** Closed by an administrator, and can still be opened again until retention erases it. */
	closed_at: Generated<Time | null>;
	erased_at: Time | null;
}

/** A link that works once: to make an account, or to set another password. */
export interface TeacherLinkTable {
	/** Hash of the token in the link. */
	token_hash: string;
	purpose: 'set-up' | 'invitation' | 'reset';
	/** What the new account may do; null where the account is there. */
	role: 'administrator' | 'teacher' | null;
	/** Whose password is reset; null where there is no account yet. */
	teacher_id: Id | null;
	created_at: Time;
	expires_at: Time;
	used_at: Time | null;
}

export interface SessionTable {
	/** Hash of the token that the cookie carries. */
	token_hash: string;
	/** Exactly one of the two is set. */
	teacher_id: Id | null;
	learner_id: Id | null;
	created_at: Time;
	expires_at: Time;
}

export interface ClassTable {
	id: Id;
	name: string;
	join_code: string;
	joining: 'open' | 'locked';
	/** `list`: learners pick themselves from the names that the teacher gave. */
	join_by: 'nickname' | 'list';
	/** Retention counts from here. */
	ends_at: Time;
	archived_at: Time | null;
	/** Deleted for everybody, and can still be brought back until retention takes it away. */
	deleted_at: Time | null;
	created_at: Time;
}

export interface ClassTeacherTable {
	class_id: Id;
	teacher_id: Id;
	role: 'owner' | 'co-teacher';
}

export interface LearnerTable {
	id: Id;
	class_id: Id;
	nickname: string;
	/** The nickname as it is compared: no two in a class are alike. */
	nickname_key: string;
	/** Whether the teacher's list holds the name. */
	listed: Flag;
	/** Null while nobody has joined under a listed name. */
	joined_at: Time | null;
	return_code_hash: string | null;
	/** Removed by the teacher, and can still be brought back until retention takes the row away. */
	removed_at: Time | null;
	created_at: Time;
}

/** Somebody who picked a listed name that is taken already, and waits for the teacher. */
export interface ClaimTable {
	id: Id;
	learner_id: Id;
	/** Hash of the token that becomes the session's if the teacher allows it. */
	token_hash: string;
	created_at: Time;
	decided_at: Time | null;
	allowed: Flag | null;
}

export interface AssignmentTable {
	id: Id;
	quiz_version_id: Id;
	/** Who made it. */
	teacher_id: Id;
	title: string;
	/** Null: no limit. */
	time_limit_ms: number | null;
	/** Null: as many as one likes. */
	attempts_allowed: number | null;
	/** Shuffling, article, certainty, which attempt counts, feedback by phase: `lib/taking/policy.ts`. */
	policy: Json;
	archived_at: Time | null;
	deleted_at: Time | null;
	created_at: Time;
}

/** Each class has its own dates. */
export interface AssignmentClassTable {
	assignment_id: Id;
	class_id: Id;
	opens_at: Time;
	due_at: Time | null;
	closed_at: Time | null;
	paused_at: Time | null;
}

export interface AccommodationTable {
	id: Id;
	learner_id: Id;
	/** Null: for all of them. */
	assignment_id: Id | null;
	time_factor: number;
	/** 1: no time limit, whatever the factor. */
	untimed: Flag;
	extra_attempts: number;
	/** Null: that of the class. */
	due_at: Time | null;
	/** 1: nothing of what is granted for all counts beside it. Of one for all it says nothing. */
	alone: Generated<Flag>;
	created_at: Time;
}

/** A learner who need not take the assignment: neither 'not taken' nor 0. */
export interface ExcusedTable {
	assignment_id: Id;
	learner_id: Id;
	created_at: Time;
}

export interface AttemptTable {
	id: Id;
	assignment_id: Id;
	learner_id: Id;
	/** The second of a pair at one device. */
	partner_id: Id | null;
	/** 1 for the learner's first attempt at the assignment. */
	n: number;
	/** Never leaves the server: what is drawn and the attempt's token are made of it. */
	seed: string;
	/** Hash of the token that the attempt's rows in an outbox carry. */
	token_hash: string;
	state: 'open' | 'submitted';
	/** `paper`: the teacher typed the answers in. */
	via: 'device' | 'paper';
	started_at: Time;
	/** Computed when the attempt starts and when an accommodation changes; null: untimed. */
	deadline_at: Time | null;
	/** Milliseconds that the teacher added while it ran: minutes given, and pauses. */
	extra_ms: Generated<number>;
	submitted_at: Time | null;
	/** Who ended it; null while it is open. */
	submitted_by: 'learner' | 'deadline' | 'teacher' | null;
}

export interface AttemptSlotTable {
	attempt_id: Id;
	position: number;
	question_version_id: Id;
	/**
	 * The question as this learner sees it before answering (`PublicQuestion`), options in their order.
	 * Pages before the answer are made from this alone, so that no key is near them.
	 */
	shown: Json;
	/** What it is worth: 0, 1 or 2. */
	max_points: number;
}

export interface ResponseTable {
	op_id: string;
	attempt_id: Id;
	position: number;
	/** Counted by the client, for each question of an attempt. */
	revision: number;
	answer: Json;
	/** 1: the learner had been told about an earlier answer to it, so this one does not count. */
	told: Flag;
	/** By the server's clock, worked out from how long ago the device says it was. */
	answered_at: Time;
	received_at: Time;
}

/** Minutes that a teacher added by hand while it ran, so that none are added twice and all can be taken back. */
export interface AddedTimeTable {
	/** Made with the page that has the button. */
	op_id: Id;
	assignment_id: Id;
	class_id: Id;
	/** Null: for the whole class. */
	learner_id: Id | null;
	/** What was moved, from where to where. */
	moved: Json;
	created_at: Time;
	undone_at: Time | null;
}

/** 'Question this question': a learner's doubt about a question, for the teacher. */
export interface DisputeTable {
	id: Id;
	attempt_id: Id;
	position: number;
	text: string;
	created_at: Time;
	closed_at: Time | null;
}

export interface ScoringOverrideTable {
	id: Id;
	assignment_id: Id;
	question_version_id: Id;
	action: Json;
	reason: string;
	teacher_id: Id;
	created_at: Time;
}

export interface GradeTable {
	id: Id;
	attempt_id: Id;
	/** 1 for the first; the highest counts. Two regrades at once cannot both take a number. */
	n: number;
	/** Exact points as a fraction in lowest terms. */
	points_n: number;
	points_d: number;
	max_points: number;
	/** Points of each slot, in their order: `SlotGrade` of grade.ts. */
	slot_points: Json;
	scorer_version: string;
	override_ids: Json;
	/** What the teacher gave as the reason of a regrade. */
	reason: string | null;
	created_at: Time;
}

/** A log of answers on its way from one device to another, sealed by a key that was never here. */
export interface ParcelTable {
	/** Hash of the address that whoever fetches it derives from the code. */
	address_hash: string;
	/** Base64. */
	sealed: string;
	expires_at: Time;
}

export interface Tables {
	pack_version: PackVersionTable;
	question_version: QuestionVersionTable;
	quiz_version: QuizVersionTable;
	quiz_version_question: QuizVersionQuestionTable;
	teacher: TeacherTable;
	teacher_link: TeacherLinkTable;
	session: SessionTable;
	class: ClassTable;
	class_teacher: ClassTeacherTable;
	learner: LearnerTable;
	claim: ClaimTable;
	assignment: AssignmentTable;
	assignment_class: AssignmentClassTable;
	accommodation: AccommodationTable;
	excused: ExcusedTable;
	attempt: AttemptTable;
	attempt_slot: AttemptSlotTable;
	response: ResponseTable;
	added_time: AddedTimeTable;
	dispute: DisputeTable;
	scoring_override: ScoringOverrideTable;
	grade: GradeTable;
	parcel: ParcelTable;
}
