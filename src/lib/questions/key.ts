import type { Question, Reason } from './schema.ts';

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

/** What is right of a question, with the reasons for it; none where sentences are the key, or words. */
export function keyReasons(question: Question): readonly Reason[] {
	switch (question.kind) {
		case 'choice':
		case 'verdict':
		case 'two-part':
			return question.options.filter(({ id }) => id === question.key);
		case 'multiple':
			return question.options.filter(({ id }) => question.keys.includes(id));
		case 'match':
		case 'categorise':
			return question.rows;
		case 'order':
			return question.items;
		case 'select':
		case 'altered':
		case 'leave':
			return [];
	}
}

function cited(question: Question): number[] {
	const quoted = keyReasons(question).flatMap(({ cite }) =>
		cite.quotes.map(({ sentence }) => sentence)
	);
	switch (question.kind) {
		case 'select':
		case 'two-part':
			return [...quoted, ...question.accepted.flat()];
		case 'altered':
			return [question.original.sentence];
		case 'leave':
			return [question.passage.sentence];
		default:
			return quoted;
	}
}
