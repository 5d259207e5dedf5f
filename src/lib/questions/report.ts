/** A bank as an author reads it: tables of what there is, and every question in full. */
import type { Quote } from '../article/article.ts';
import { readingLevel } from '../article/readability.ts';
import type { Facts } from '../facts/schema.ts';
import { verdictCounts } from './lint/bank.ts';
import { guessTest } from './lint/guess.ts';
import { groupsOf } from './lint/parts.ts';
import type { PackVersion } from './pack.ts';
import { kinds, verdicts, type Question, type Reason } from './schema.ts';
import { skills } from './skills.ts';

/** Lines of the tables: facts by type, questions by skill and kind, siblings, guess test, verdicts. */
export function reportLines(pack: PackVersion, facts: Facts): string[] {
	const { bank } = pack;
	return [
		`${pack.slug} ${pack.version}: ${bank.length} questions; ${pack.minutes} min to read, LIX ${pack.lix} (${readingLevel(pack.lix)})`,
		'',
		...factLines(facts),
		'',
		...tableOf(bank),
		'',
		...siblingLines(bank),
		'',
		'guess test, share right over chance (at most +10 points):',
		...guessTest(bank).map(
			({ strategy, share, chance, gain, questions }) =>
				`  ${strategy.padEnd(24)}${points(gain).padStart(6)}  (${percent(share)} of ${questions}, chance ${percent(chance)})`
		),
		`questions that tell the key of another, and never meet it: ${bank.filter(({ tells }) => tells).length}`,
		`verdict keys: ${verdicts.map((key) => `${verdictCounts(bank)[key]} ${key}`).join(', ')}`
	];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const points = (gain: number): string =>
	`${gain < 0 ? '−' : '+'}${Math.abs(gain * 100).toFixed(1)}`;

function factLines(facts: Facts): string[] {
	const counts = Object.entries(facts).flatMap(([name, value]) =>
		Array.isArray(value) && value.length > 0 && name !== 'blocks' ? [`${value.length} ${name}`] : []
	);
	return wrap('facts: ', counts);
}

/** One row a skill, one column a kind. */
function tableOf(bank: readonly Question[]): string[] {
	const first = Math.max(...skills.map((skill) => skill.length)) + 2;
	const row = (name: string, cells: readonly string[]) =>
		name.padEnd(first) +
		cells.map((cell, i) => cell.padStart((kinds[i]?.length ?? 3) + 2)).join('');
	const count = (questions: readonly Question[]) => [
		...kinds.map((kind) => questions.filter((question) => question.kind === kind).length),
		questions.length
	];
	const cells = (counts: readonly number[]) => counts.map((n) => (n === 0 ? '·' : String(n)));
	return [
		row('', [...kinds, 'all']),
		...skills.map((skill) => row(skill, cells(count(bank.filter((one) => one.skill === skill))))),
		row('all', cells(count(bank)))
	];
}

/** How many questions rest on each fact. */
export function siblingsByFact(bank: readonly Question[]): Map<string, Question[]> {
	const siblings = new Map<string, Question[]>();
	for (const question of bank)
		for (const fact of new Set(question.facts))
			siblings.set(fact, [...(siblings.get(fact) ?? []), question]);
	return siblings;
}

function siblingLines(bank: readonly Question[]): string[] {
	const siblings = [...siblingsByFact(bank)];
	const several = siblings.filter(([, questions]) => questions.length > 1);
	const one = siblings.filter(([, questions]) => questions.length === 1);
	return [
		...wrap(
			`${several.length} facts with two questions or more: `,
			several.map(([fact, questions]) => `${fact} ${questions.length}`)
		),
		...wrap(
			`${one.length} facts with one question: `,
			one.map(([fact]) => fact)
		)
	];
}

function wrap(head: string, items: readonly string[], width = 110): string[] {
	const lines = [head];
	for (const [i, item] of items.entries()) {
		const piece = item + (i < items.length - 1 ? ', ' : '');
		const last = lines.length - 1;
		const line = lines[last] ?? '';
		if (line.length + piece.length > width) lines.push(`  ${piece}`);
		else lines[last] = line + piece;
	}
	return lines.map((line) => line.trimEnd());
}

/** Every question in full, with key, reasons and citations. */
export const printBank = (pack: PackVersion): string[] =>
	skills.flatMap((skill) => [
		'',
		`==== ${skill} ====`,
		...pack.bank.filter((question) => question.skill === skill).flatMap(printQuestion)
	]);

function printQuestion(question: Question): string[] {
	const lines = [
		'',
		`${question.id}  ${question.ref}  [${question.kind}, ${question.max}]  facts: ${question.facts.join(', ')}`,
		`  ${question.stem}`
	];
	if ('passage' in question && question.passage) lines.push(`  > ${cited([question.passage])}`);
	if (question.kind === 'verdict') lines.push(`  “${question.statement}”`);
	if (question.kind === 'verdict')
		for (const option of question.options)
			lines.push(...part(option.id === question.key ? '*' : ' ', option.id, option));
	for (const { what, choices } of groupsOf(question)) {
		if (what === 'column') lines.push('   columns');
		for (const { option, right } of choices) {
			const row = 'key' in option && 'columns' in question ? columnOf(question, option.key) : '';
			const quoted = option.quoted ? ' [quoted]' : '';
			lines.push(...part(right ? '*' : ' ', `${option.text}${quoted}${row}`, option));
		}
	}
	if (question.kind === 'order')
		lines.push(
			`   key: ${question.key.map((id) => question.items.find((item) => item.id === id)?.text ?? id).join(' → ')}`
		);
	if (question.kind === 'altered') {
		lines.push(`   ${question.speaker}: “${question.tokens.map(({ text }) => text).join(' ')}”`);
		for (const token of question.tokens)
			if (token.original !== undefined)
				lines.push(...part('*', `${token.text} (article: ${token.original})`, token));
	}
	if (question.kind === 'select' || question.kind === 'two-part') {
		lines.push(
			`   tap ${question.pick}: ${question.accepted.map((set) => set.join(' + ')).join(' or ')}`
		);
		for (const reason of question.sentences) {
			const right = question.accepted.some((set) => set.includes(reason.sentence));
			if (right || !reason.why.startsWith('This sentence is about'))
				lines.push(...part(right ? '*' : ' ', `sentence ${reason.sentence}`, reason));
		}
	}
	return lines;
}

const columnOf = (question: { columns: { id: string; text: string }[] }, key: unknown): string =>
	` → ${question.columns.find(({ id }) => id === key)?.text ?? '?'}`;

const part = (mark: string, text: string, reason: Reason): string[] => [
	`  ${mark} ${text}`,
	`      ${reason.why}`,
	`      ${reason.cite.kind}${reason.cite.quotes.length === 0 ? '' : ` ${cited(reason.cite.quotes)}`}`
];

const cited = (quotes: readonly Quote[]): string =>
	quotes.map(({ sentence, words }) => `[${sentence}] “${words}”`).join('; ');
