import { idFault, idsOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { GridQuestion } from '../questions/schema.ts';
import { fraction } from './fraction.ts';
import { invalid, scored, unanswered, type Invalid, type Score } from './outcome.ts';

/** Match and categorise: right rows / rows. A row left open is not right. */
export function scoreGrid(response: Response, question: GridQuestion): Score | Invalid {
	if (response.kind !== question.kind) return invalid('wrong-kind');
	const given = Object.entries(response.columns);
	const rows = idFault(
		given.map(([row]) => row),
		idsOf(question.rows)
	);
	if (rows) return invalid(rows);
	const columns = idsOf(question.columns);
	if (!given.every(([, column]) => columns.includes(column))) return invalid('unknown-id');
	if (given.length === 0) return unanswered(question);
	const keys = new Map(question.rows.map(({ id, key }) => [id, key]));
	const right = given.filter(([row, column]) => keys.get(row) === column).length;
	return scored(question, fraction(right, question.rows.length));
}
