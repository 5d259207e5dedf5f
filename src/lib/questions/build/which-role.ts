/**
 * How the article introduces a person. Only persons with two posts or more: where there is but one,
 * it stands before the name like a title and there is nothing to mix up.
 */
import type { FactQuote, Voice } from '../../facts/schema.ts';
import { capital, settles, tooAlike, type Context, type Template } from './context.ts';
import type { Draft } from './draft.ts';

export const whichRole: Template = (context) => {
	const persons = context.facts.voices.filter(
		({ kind, roles }) => kind === 'named-person' && roles.length > 1
	);
	if (persons.length < 2) return [];
	return [...persons.flatMap((person) => choice(context, person, persons)), match(persons)];
};

/** The words of introduction with the name in them or beside them settle whose post it is. */
const whose = (person: Voice, role: { at: FactQuote[] }) => ({
	why: `The article says this of ${person.name}.`,
	cite: settles(...role.at)
});

function choice(context: Context, person: Voice, persons: readonly Voice[]): Draft[] {
	// the post that is most like somebody else's is the one worth asking for: the shortest to say
	const [role] = [...person.roles].sort((one, other) => one.is.length - other.is.length);
	if (!role) return [];
	const wrong = persons
		.filter((other) => other !== person)
		.flatMap((other) =>
			other.roles
				.filter(({ id }) => !tooAlike(context, id, role.id))
				.map((theirs) => ({ text: capital(theirs.is), ...whose(other, theirs) }))
		)
		.slice(0, 3);
	if (wrong.length < 2) return [];
	return [
		{
			template: 'which-role',
			facts: [role.id],
			skill: 'attribution',
			kind: 'choice',
			stem: `How does the article introduce ${person.name}?`,
			options: [{ text: capital(role.is), right: true, ...whose(person, role) }, ...wrong]
		}
	];
}

function match(persons: readonly Voice[]): Draft {
	const roles = persons.flatMap((person) => person.roles.map((role) => ({ person, role })));
	return {
		template: 'which-role',
		variant: 'match',
		facts: roles.map(({ role }) => role.id),
		skill: 'attribution',
		kind: 'match',
		stem: 'How does the article introduce these people? Match each description with a person.',
		rows: roles.map(({ person, role }) => ({
			text: capital(role.is),
			column: person.name,
			...whose(person, role)
		})),
		columns: persons.map((person) => ({
			text: person.name,
			why: `The article says more than one of these things of ${person.name}.`,
			cite: settles(...person.roles.flatMap(({ at }) => at))
		}))
	};
}
