/** Which headline does the text support? The others each go one step too far. */
import { reasonOf, type Template } from './context.ts';

export const headlineFit: Template = ({ facts }) =>
	facts.headlines.flatMap(({ id, about, fits, overclaims }) => {
		if (!fits || overclaims.length < 2) return [];
		return [
			{
				template: 'headline-fit',
				facts: [id, ...about],
				skill: 'headline' as const,
				kind: 'choice' as const,
				stem: 'Which headline stays within what the article says?',
				options: [
					{ text: fits.text, right: true, ...reasonOf(fits.reason) },
					...overclaims.slice(0, 3).map(({ text, reason }) => ({ text, ...reasonOf(reason) }))
				]
			}
		];
	});
