// What a teacher takes away as tables: the gradebook, and one row for each answer.

import { writeCsv, type CsvValue } from '../../interop/csv.ts';
import { encodeResponse } from '../../questions/response-text.ts';
import type { Response } from '../../questions/response.ts';
import type { Question } from '../../questions/schema.ts';
import { toTenths } from '../../scoring/fraction.ts';
import { requireTaughtAssignment } from '../access.ts';
import type { TeacherActor } from '../actor.ts';
import { countingResponse, isLate } from '../attempts/marking.ts';
import { settleOverdue } from '../attempts/settle.ts';
import { selectAttemptsOfClass, type AttemptRow } from '../store/attempt.ts';
import { selectLearners } from '../store/learner.ts';
import type { Db } from '../store/store.ts';
import type { Cell } from './counting.ts';
import type { Gradebook } from './gradebook.ts';
import { markAttempts } from './marked.ts';

/** Marks are numbers, what was not taken is empty, and the other states are words. */
export function gradebookCsv({ assignments, learners }: Gradebook): string {
	const headings = assignments.map(({ title, max }) =>
		max === null ? title : `${title} (of ${max})`
	);
	return writeCsv([
		['Learner', ...headings, 'Mean share of the points (%)'],
		...learners.map(({ nickname, cells, percent }) => [nickname, ...cells.map(valueOf), percent])
	]);
}

function valueOf(cell: Cell): CsvValue {
	switch (cell.state) {
		case 'mark':
			return asNumber(cell);
		case 'not-taken':
			return null;
		case 'no-mark':
			return 'no mark';
		default:
			return cell.state;
	}
}

/** The number that pages show: rounded once, half up, to one decimal. */
const asNumber = (value: { n: number; d: number }): number =>
	Number(toTenths(value).replace('−', '-'));

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const HEADINGS = [
	'learner',
	'partner',
	'attempt',
	'attempt_state',
	'attempt_submitted_at',
	'place',
	'question',
	'kind',
	'skill',
	'stem',
	'revision',
	'counts',
	'answer',
	'answer_code',
	'certainty',
	'points',
	'points_numerator',
	'points_denominator',
	'max_points',
	'dropped',
	'late',
	'answered_at',
	'received_at'
];

/**
 * Every answer that arrived, also those that do not count; points stand where one does.
 * @throws Trouble `sign-in-first`, `not-yours`
 */
export async function responsesCsv(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	assignmentId: string,
	now: number
): Promise<{ csv: string; title: string; className: string }> {
	const { assignment, group } = await requireTaughtAssignment(db, teacher, classId, assignmentId);
	await settleOverdue(db, { assignmentId }, now);
	const attempts = await selectAttemptsOfClass(db, classId, assignmentId);
	const names = new Map(
		(await selectLearners(db, classId)).map(({ id, nickname }) => [id, nickname])
	);
	/** Of a pair whoever is still in the class. */
	const who = ({ learner_id, partner_id }: AttemptRow): [CsvValue, CsvValue] => {
		const [first = null, second = null] = [learner_id, partner_id ?? ''].flatMap(
			(id) => names.get(id) ?? []
		);
		return [first, second];
	};
	const rows: CsvValue[][] = [];
	for (const { attempt, slots, responses } of await markAttempts(db, attempts))
		for (const slot of slots) {
			const counted = countingResponse(responses, slot.position, attempt.deadline_at);
			for (const row of responses.filter(({ position }) => position === slot.position)) {
				const { response, certainty } = row.answer;
				const counts = row === counted;
				const marked = counts && attempt.state === 'submitted' ? slot.score.points : null;
				rows.push([
					...who(attempt),
					attempt.n,
					attempt.state,
					iso(attempt.submitted_at),
					slot.position + 1,
					slot.question.id,
					slot.question.kind,
					slot.question.skill,
					slot.question.stem,
					row.revision,
					counts ? 'yes' : 'no',
					response === null ? null : inWords(response, slot.question),
					response === null ? null : encodeResponse(response, slot.question),
					certainty,
					marked && asNumber(marked),
					marked && marked.n,
					marked && marked.d,
					slot.question.max,
					slot.dropped ? 'yes' : 'no',
					isLate(row, attempt) ? 'yes' : 'no',
					iso(row.answered_at),
					iso(row.received_at)
				]);
			}
		}
	return { csv: writeCsv([HEADINGS, ...rows]), title: assignment.title, className: group.name };
}

/** An answer as a person reads it. */
export function inWords(response: Response, question: Question): string {
	const of = (list: readonly { id: string; text: string }[], id: string): string =>
		list.find((one) => one.id === id)?.text ?? id;
	const options = 'options' in question ? question.options : [];
	switch (response.kind) {
		case 'choice':
		case 'verdict':
			return of(options, response.option);
		case 'multiple':
			return response.options.map((id) => of(options, id)).join(' | ');
		case 'match':
		case 'categorise': {
			const rows = 'rows' in question ? question.rows : [];
			const columns = 'columns' in question ? question.columns : [];
			return Object.entries(response.columns)
				.map(([row, column]) => `${of(rows, row)} → ${of(columns, column)}`)
				.join(' | ');
		}
		case 'order':
			return response.items
				.map((id) => of('items' in question ? question.items : [], id))
				.join(' | ');
		case 'select':
			return `sentences: ${response.sentences.join(' ')}`;
		case 'two-part':
			return [
				...(response.option === null ? [] : [of(options, response.option)]),
				`sentences: ${response.sentences.join(' ')}`
			].join(' | ');
		case 'altered':
			return response.tokens
				.map((id) => of('tokens' in question ? question.tokens : [], id))
				.join(' | ');
		case 'leave':
			return response.checks
				.map((id) => of('checks' in question ? question.checks : [], id))
				.join(' | ');
	}
}
