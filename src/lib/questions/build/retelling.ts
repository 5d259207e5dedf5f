/**
 * A passage and retellings of it: which one keeps its meaning, or which one changes it. The pack
 * decides by how many of each it has.
 */
import { quoteOf, settles, type Template } from './context.ts';

export const retelling: Template = ({ facts }) =>
	facts.alterations.flatMap(({ id, statement, at, retellings }) => {
		if (!retellings) return [];
		const { keeps, alters } = retellings;
		const keeping = alters.length >= 2;
		const right = (keeping ? keeps : alters).slice(0, 1);
		const wrong = (keeping ? alters : keeps).slice(0, 3);
		if (wrong.length < 2) return [];
		return {
			template: 'retelling',
			variant: keeping ? 'keeps' : 'alters',
			facts: [id, statement],
			skill: 'altered-quote',
			kind: 'choice',
			stem: keeping
				? 'Which retelling keeps the meaning of these words?'
				: 'Which retelling changes the meaning of these words?',
			passage: quoteOf(at),
			options: [...right.map((one) => ({ ...one, right: true })), ...wrong].map((one) => ({
				...one,
				cite: settles(at)
			}))
		};
	});
