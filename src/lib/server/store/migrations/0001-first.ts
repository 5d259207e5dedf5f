// The tables of classes and assignments. What their columns mean is said in ../tables.ts.
//
// 'on delete cascade' follows a person's data and nothing else: class → learner → attempt → what was
// answered. Every other reference holds the row that it points to.

import { define, refuseUpdates, type Migration } from './migration.ts';

const content = `
create table pack_version (
	id text not null primary key,
	slug text not null,
	version text not null,
	hash text not null unique,
	content text not null,
	created_at $ms not null,
	unique (slug, version)
) $strict;

create table question_version (
	id text not null primary key,
	pack_version_id text not null references pack_version (id),
	ref text not null,
	hash text not null,
	content text not null,
	created_at $ms not null,
	unique (pack_version_id, ref)
) $strict;
create index question_version_by_hash on question_version (hash);

create table quiz_version (
	id text not null primary key,
	pack_version_id text not null references pack_version (id),
	blueprint text not null,
	created_at $ms not null
) $strict;
create index quiz_version_by_pack_version on quiz_version (pack_version_id);

create table quiz_version_question (
	quiz_version_id text not null references quiz_version (id),
	position integer not null,
	question_version_id text not null references question_version (id),
	primary key (quiz_version_id, position),
	unique (quiz_version_id, question_version_id)
) $strict;
create index quiz_version_question_by_question on quiz_version_question (question_version_id)
`;

const people = `
create table teacher (
	id text not null primary key,
	email text unique,
	name text not null,
	role text not null check (role in ('administrator', 'teacher')),
	password_hash text,
	created_at $ms not null,
	erased_at $ms
) $strict;

create table teacher_link (
	token_hash text not null primary key,
	purpose text not null check (purpose in ('set-up', 'invitation', 'reset')),
	role text check (role in ('administrator', 'teacher')),
	teacher_id text references teacher (id) on delete cascade,
	created_at $ms not null,
	expires_at $ms not null,
	used_at $ms,
	check ((purpose = 'reset') = (teacher_id is not null)),
	check ((purpose = 'reset') = (role is null))
) $strict;
create index teacher_link_by_teacher on teacher_link (teacher_id);

create table class (
	id text not null primary key,
	name text not null,
	join_code text not null unique,
	joining text not null check (joining in ('open', 'locked')),
	join_by text not null check (join_by in ('nickname', 'list')),
	ends_at $ms not null,
	archived_at $ms,
	deleted_at $ms,
	created_at $ms not null
) $strict;
create index class_by_end on class (ends_at);

create table class_teacher (
	class_id text not null references class (id) on delete cascade,
	teacher_id text not null references teacher (id),
	role text not null check (role in ('owner', 'co-teacher')),
	primary key (class_id, teacher_id)
) $strict;
create index class_teacher_by_teacher on class_teacher (teacher_id);

create table learner (
	id text not null primary key,
	class_id text not null references class (id) on delete cascade,
	nickname text not null,
	nickname_key text not null,
	listed integer not null check (listed in (0, 1)),
	joined_at $ms,
	return_code_hash text unique,
	removed_at $ms,
	created_at $ms not null,
	unique (class_id, nickname_key)
) $strict;

create table claim (
	id text not null primary key,
	learner_id text not null references learner (id) on delete cascade,
	token_hash text not null unique,
	created_at $ms not null,
	decided_at $ms,
	allowed integer check (allowed in (0, 1)),
	check ((decided_at is null) = (allowed is null))
) $strict;
create index claim_by_learner on claim (learner_id);

create table session (
	token_hash text not null primary key,
	teacher_id text references teacher (id) on delete cascade,
	learner_id text references learner (id) on delete cascade,
	created_at $ms not null,
	expires_at $ms not null,
	check ((teacher_id is null) <> (learner_id is null))
) $strict;
create index session_by_teacher on session (teacher_id);
create index session_by_learner on session (learner_id);
create index session_by_expiry on session (expires_at)
`;

const work = `
create table assignment (
	id text not null primary key,
	quiz_version_id text not null references quiz_version (id),
	teacher_id text not null references teacher (id),
	title text not null,
	time_limit_ms $ms check (time_limit_ms > 0),
	attempts_allowed integer check (attempts_allowed > 0),
	policy text not null,
	archived_at $ms,
	deleted_at $ms,
	created_at $ms not null
) $strict;
create index assignment_by_teacher on assignment (teacher_id);
create index assignment_by_quiz_version on assignment (quiz_version_id);

create table assignment_class (
	assignment_id text not null references assignment (id) on delete cascade,
	class_id text not null references class (id) on delete cascade,
	opens_at $ms not null,
	due_at $ms,
	closed_at $ms,
	paused_at $ms,
	primary key (assignment_id, class_id)
) $strict;
create index assignment_class_by_class on assignment_class (class_id);

create table accommodation (
	id text not null primary key,
	learner_id text not null references learner (id) on delete cascade,
	assignment_id text references assignment (id) on delete cascade,
	time_factor $real not null check (time_factor >= 1),
	untimed integer not null check (untimed in (0, 1)),
	extra_attempts integer not null check (extra_attempts >= 0),
	due_at $ms,
	created_at $ms not null,
	unique (learner_id, assignment_id)
) $strict;
create unique index accommodation_for_all on accommodation (learner_id) where assignment_id is null;
create index accommodation_by_assignment on accommodation (assignment_id);

create table excused (
	assignment_id text not null references assignment (id) on delete cascade,
	learner_id text not null references learner (id) on delete cascade,
	created_at $ms not null,
	primary key (assignment_id, learner_id)
) $strict;
create index excused_by_learner on excused (learner_id);

create table attempt (
	id text not null primary key,
	assignment_id text not null references assignment (id),
	learner_id text not null references learner (id) on delete cascade,
	partner_id text references learner (id) on delete set null,
	n integer not null check (n > 0),
	seed text not null,
	token_hash text not null unique,
	state text not null check (state in ('open', 'submitted')),
	via text not null check (via in ('device', 'paper')),
	started_at $ms not null,
	deadline_at $ms,
	extra_ms $ms not null default 0,
	submitted_at $ms,
	submitted_by text check (submitted_by in ('learner', 'deadline', 'teacher')),
	unique (assignment_id, learner_id, n),
	check ((state = 'submitted') = (submitted_at is not null)),
	check ((state = 'submitted') = (submitted_by is not null)),
	check (partner_id <> learner_id)
) $strict;
create index attempt_by_learner on attempt (learner_id);
create index attempt_by_partner on attempt (partner_id);

create table attempt_slot (
	attempt_id text not null references attempt (id) on delete cascade,
	position integer not null,
	question_version_id text not null references question_version (id),
	shown text not null,
	max_points integer not null check (max_points >= 0),
	primary key (attempt_id, position)
) $strict;
create index attempt_slot_by_question on attempt_slot (question_version_id);
-- Whoever asks which questions an attempt has must not read past all that was shown.
create index attempt_slot_question on attempt_slot (attempt_id, position, question_version_id);

create table response (
	op_id text not null primary key,
	attempt_id text not null,
	position integer not null,
	revision integer not null,
	answer text not null,
	told integer not null check (told in (0, 1)),
	answered_at $ms not null,
	received_at $ms not null,
	foreign key (attempt_id, position)
		references attempt_slot (attempt_id, position) on delete cascade
) $strict;
create index response_by_slot on response (attempt_id, position, revision);

create table added_time (
	op_id text not null primary key,
	assignment_id text not null,
	class_id text not null,
	learner_id text references learner (id) on delete cascade,
	moved text not null,
	created_at $ms not null,
	undone_at $ms,
	foreign key (assignment_id, class_id)
		references assignment_class (assignment_id, class_id) on delete cascade
) $strict;
create index added_time_by_class on added_time (assignment_id, class_id, created_at);
create index added_time_by_learner on added_time (learner_id);

create table dispute (
	id text not null primary key,
	attempt_id text not null,
	position integer not null,
	text text not null,
	created_at $ms not null,
	closed_at $ms,
	foreign key (attempt_id, position)
		references attempt_slot (attempt_id, position) on delete cascade
) $strict;
create index dispute_by_slot on dispute (attempt_id, position)
`;

const marks = `
create table scoring_override (
	id text not null primary key,
	assignment_id text not null references assignment (id),
	question_version_id text not null references question_version (id),
	action text not null,
	reason text not null,
	teacher_id text not null references teacher (id),
	created_at $ms not null
) $strict;
create index scoring_override_by_assignment on scoring_override (assignment_id);
create index scoring_override_by_question on scoring_override (question_version_id);

create table grade (
	id text not null primary key,
	attempt_id text not null references attempt (id) on delete cascade,
	n integer not null check (n > 0),
	points_n integer not null check (points_n >= 0),
	points_d integer not null check (points_d > 0),
	max_points integer not null check (max_points >= 0),
	slot_points text not null,
	scorer_version text not null,
	override_ids text not null,
	reason text,
	created_at $ms not null,
	unique (attempt_id, n)
) $strict
`;

export const first: Migration = {
	name: '0001-first',

	async up(db, engine) {
		for (const part of [content, people, work, marks]) await define(db, engine, part);
		await refuseUpdates(db, engine, [
			'pack_version',
			'question_version',
			'quiz_version',
			'quiz_version_question',
			'response',
			'scoring_override',
			'grade'
		]);
	}
};
