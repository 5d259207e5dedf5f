import type { Question } from './schema.ts';

/** Numbers of the sentences that the key cites, ascending; empty where the whole text had to be read. */
export function keySentences(question: Question): number[] {
	return [...new Set(cited(question))].sort((one, other) => one - other);
}

/** Numbers of the sentences that the reasons for the options quote, right or wrong; a tap's reasons apart. */
export function quotedSentences(question: Question): number[] {
	const options =
		'options' in question ? question.options : 'rows' in question ? question.rows : [];
	return [...new Set(options.flatMap(({ cite }) => cite.quotes.map(({ sentence }) => sentence)))];
}

function cited(question: Question): number[] {
	const of = (options: readonly { cite: { quotes: { sentence: number }[] } }[]) =>
		options.flatMap(({ cite }) => cite.quotes.map(({ sentence }) => sentence));
	switch (question.kind) {
		case 'choice':
		case 'verdict':
			return of(question.options.filter(({ id }) => id === question.key));
		case 'multiple':
			return of(question.options.filter(({ id }) => question.keys.includes(id)));
		case 'match':
		case 'categorise':
			return of(question.rows);
		case 'order':
			return of(question.items);
		case 'select':
			return question.accepted.flat();
		case 'two-part':
			return [
				...of(question.options.filter(({ id }) => id === question.key)),
				...question.accepted.flat()
			];
		case 'altered':
			return [question.original.sentence];
		case 'leave':
			return [question.passage.sentence];
	}
}
