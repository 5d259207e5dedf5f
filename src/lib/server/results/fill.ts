// Fills a column of a file that a teacher uploads: read whole or not at all, kept nowhere.

import { importLimits, joinCsv, readCsv, type CsvFault } from '../../interop/csv.ts';
import { fillColumn, type FillFault } from '../../interop/fill-column.ts';
import type { TeacherActor } from '../actor.ts';
import type { Db } from '../store/store.ts';
import { readGradebook } from './gradebook.ts';

interface Given {
	assignmentId: string;
	column: string;
}

export type FillResult = Given &
	(
		| {
				fault: CsvFault['problem'] | FillFault | 'no-file' | 'no-assignment';
				line: number | null;
				/** Headings of the file, where they help. */
				columns: string[];
		  }
		| {
				filled: number;
				/** The file to download; in the page, so that nothing of it is kept here. */
				href: string;
				name: string;
				unmatched: { name: string; line: number }[];
				missing: string[];
		  }
	);

/** @throws Trouble `sign-in-first`, `not-yours` */
export async function fillFromForm(
	db: Db,
	teacher: TeacherActor | null,
	classId: string,
	form: FormData,
	now: number
): Promise<FillResult> {
	const book = await readGradebook(db, teacher, classId, now);
	const [upload, assignment, column] = ['file', 'assignment', 'column'].map((name) =>
		form.get(name)
	);
	const given: Given = {
		assignmentId: typeof assignment === 'string' ? assignment : '',
		column: typeof column === 'string' ? column.slice(0, 200) : ''
	};
	const refuse = (
		fault: Extract<FillResult, { fault: unknown }>['fault'],
		line: number | null = null,
		columns: string[] = []
	): FillResult => ({ ...given, fault, line, columns });

	if (!(upload instanceof File) || upload.size === 0) return refuse('no-file');
	if (upload.size > importLimits.bytes) return refuse('too-large');
	const place = book.assignments.findIndex(({ id }) => id === given.assignmentId);
	const chosen = book.assignments[place];
	if (!chosen) return refuse('no-assignment');
	const read = readCsv(new Uint8Array(await upload.arrayBuffer()));
	if ('fault' in read) return refuse(read.fault.problem, read.fault.line);
	const marks = book.learners.map(({ nickname, cells }) => {
		const cell = cells[place];
		return { name: nickname, mark: cell?.state === 'mark' ? Number(cell.points) : null };
	});
	const result = fillColumn(read.file, marks, { column: given.column, title: chosen.title });
	if ('fault' in result) return refuse(result.fault, null, result.columns.slice(0, 60));
	const { filled, unmatched, missing } = result;
	const content = Buffer.from(joinCsv(result.file)).toString('base64');
	return {
		...given,
		filled,
		unmatched,
		missing,
		href: `data:text/csv;charset=utf-8;base64,${content}`,
		name: upload.name.replace(/[^\w.() -]/gu, '_').slice(-100) || 'gradebook.csv'
	};
}
