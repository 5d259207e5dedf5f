/**
 * What does this headline overclaim? The four steps are always the options, so the pack says for
 * each of the other three why it is not that one; without these reasons there is no question.
 */
import { headlineSteps, type HeadlineStep } from '../../facts/schema.ts';
import { reasonOf, type Template } from './context.ts';

const steps: Record<HeadlineStep, string> = {
	source: 'It leaves out whose word it is',
	hedge: 'It leaves out a word of doubt',
	scope: 'It takes in more than is said',
	time: 'It moves things to another time'
};

export const headlineOverclaim: Template = ({ facts }) =>
	facts.headlines.flatMap(({ id, about, overclaims }) =>
		overclaims.flatMap(({ text, step, reason, keeps }, i) => {
			const reasons = new Map([
				[step, reason],
				...keeps.map((one) => [one.step, one.reason] as const)
			]);
			if (reasons.size < headlineSteps.length) return [];
			return [
				{
					template: 'headline-overclaim',
					facts: [id, ...about],
					variant: String(i + 1),
					skill: 'headline' as const,
					kind: 'choice' as const,
					stem: `What is wrong with this headline? ‘${text}’`,
					options: [...reasons].map(([name, why]) => ({
						text: steps[name],
						right: name === step,
						...reasonOf(why)
					}))
				}
			];
		})
	);
