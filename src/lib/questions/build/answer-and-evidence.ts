/**
 * Who said it, and which sentences show it. Where the speaker carries over from the sentence before,
 * the proof is two sentences: the words and the one that names the speaker (`marking.md`).
 */
import { settles, voiceOf, type Template } from './context.ts';
import { dealer } from './voices.ts';
import { rightVoice } from './who-said.ts';

export const answerAndEvidence: Template = (context) => {
	const deal = dealer(context);
	return context.facts.statements.flatMap((statement) => {
		const [words] = statement.at;
		if (statement.ask === undefined || !statement.prove || !words) return [];
		const wrong = deal(statement);
		if (wrong.length < 2) return [];
		const { cue } = statement;
		const proof = [...new Set([cue.s, words.s])];
		const name = statement.as ?? voiceOf(context, statement.voice).name;
		return {
			template: 'answer-and-evidence',
			facts: [statement.id],
			skill: 'attribution',
			kind: 'two-part',
			stem: `${statement.ask} ${
				proof.length === 1
					? 'Tap the sentence that shows it.'
					: 'Tap the two sentences that show it together.'
			}`,
			options: [rightVoice(context, statement), ...wrong],
			pick: proof.length,
			accepted: [proof],
			reasons:
				proof.length === 1
					? [
							{
								sentence: words.s,
								why: `It says what is asked, and ties it to ${name}.`,
								cite: settles({ s: cue.s, words: cue.words }, words)
							}
						]
					: [
							{
								sentence: cue.s,
								why: `It says whose word it is, and nobody else comes in before sentence ${String(words.s)}.`,
								cite: settles({ s: cue.s, words: cue.words })
							},
							{
								sentence: words.s,
								why: `It says what is asked; whose word it is stands in sentence ${String(cue.s)}.`,
								cite: settles(words)
							}
						]
		};
	});
};
