import { idFault, idsOf } from '../questions/ids.ts';
import type { Response } from '../questions/response.ts';
import type { OrderQuestion } from '../questions/schema.ts';
import { fraction } from './fraction.ts';
import { invalid, scored, unanswered, type Invalid, type Score } from './outcome.ts';

/**
 * Order: max(0, (C − D)/(C + D)) over all pairs, C in right and D in wrong order. Every item must
 * be there. A list that nobody touched counts as unanswered; that cannot be seen from the response
 * (the learner may have meant the order first shown), so the caller, who knows, passes null.
 */
export function scoreOrder(response: Response, question: OrderQuestion): Score | Invalid {
	if (response.kind !== 'order') return invalid('wrong-kind');
	const { items } = response;
	const fault = idFault(items, idsOf(question.items));
	if (fault) return invalid(fault);
	if (items.length === 0) return unanswered(question);
	if (items.length < question.items.length) return invalid('incomplete');
	const places = items.map((item) => question.key.indexOf(item));
	let balance = 0;
	let pairs = 0;
	for (const [i, place] of places.entries())
		for (const later of places.slice(i + 1)) {
			balance += place < later ? 1 : -1;
			pairs++;
		}
	return scored(question, fraction(balance, pairs));
}
