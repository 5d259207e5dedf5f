/**
 * For tests only: a small invented article with facts, so that templates are tried on something else
 * than the packs we publish.
 */
import * as v from 'valibot';
import { buildArticle } from '../../../article/article.ts';
import { proposeBlocks } from '../../../article/sentences.ts';
import { factsSchema } from '../../../facts/schema.ts';
import type { Context } from '../context.ts';

const text = `According to people close to the port, the company’s conditions are strict. These include a lower rent and a longer lease. The company has often insisted that the town repair the old pier.
Talks between the company and the town took place in March 2019. During those talks, the company asked for less control, including fewer inspections and shorter forms. The town refused the shorter forms. The pier collapsed on May 3, 2020.
A draft contract was written in Leith in 2020. It called for night work, new lamps and a shared ticket office. In recent days the mayor has suggested using the draft again.
“The conditions are as old as the port,” said Ada Lund, a historian. Many of the conditions came up in the past ten years. The mayor said the draft could bring both sides together. “Nothing shows that the company will move,” said Bo Falk, a lawyer.`;

const quote = (s: number, words: string) => ({ s, words });

const input = {
	lang: 'en',
	title: { text: 'The harbour', by: 'project' },
	teaser: 'A town and a company disagree.',
	source: {
		publisher: null,
		author: null,
		date: null,
		link: null,
		note: 'Invented for tests.',
		rights: 'Ours.'
	},
	blocks: proposeBlocks(text),
	about: {},
	voices: [
		{ id: 'reporter', name: 'the reporter', kind: 'reporter' },
		{ id: 'company', name: 'the company', kind: 'organisation' },
		{ id: 'draft', name: 'the Leith draft', kind: 'document' },
		{ id: 'mayor', name: 'the mayor', kind: 'named-person' },
		{ id: 'lund', name: 'Ada Lund', kind: 'named-person' },
		{ id: 'falk', name: 'Bo Falk', kind: 'named-person' }
	],
	places: [
		{
			id: 'conditions',
			name: 'The conditions, as people describe them',
			phrase: 'where people describe the conditions',
			at: quote(1, 'According to people close to the port'),
			open: { why: 'what else belongs to them is not stated', at: quote(2, 'These include') }
		},
		{
			id: 'insisted',
			name: 'What the company often insists on',
			phrase: 'as something the company often insists on',
			at: quote(3, 'The company has often insisted'),
			open: { why: 'what else it insists on is not stated', at: quote(3, 'often insisted') }
		},
		{
			id: 'talks',
			name: 'The talks of March 2019',
			phrase: 'in the talks held in March 2019',
			at: quote(4, 'took place in March 2019'),
			open: { why: 'what else came up is not stated', at: quote(5, 'the company asked for') }
		},
		{
			id: 'leith',
			name: 'The Leith draft of 2020',
			phrase: 'in the draft written in Leith',
			at: quote(8, 'A draft contract was written in Leith in 2020'),
			open: { why: 'what else it held is not stated', at: quote(9, 'It called for') }
		}
	],
	demands: [
		demand('rent', 'conditions', 'paying less for the ground', quote(2, 'a lower rent')),
		demand(
			'lease',
			'conditions',
			'a contract that runs for more years',
			quote(2, 'a longer lease')
		),
		demand('pier', 'insisted', 'repairs to the pier', quote(3, 'the town repair the old pier')),
		demand('control', 'talks', 'a town that looks less closely', quote(5, 'less control')),
		demand(
			'inspections',
			'talks',
			'visits by inspectors less often',
			quote(5, 'fewer inspections'),
			['control']
		),
		demand('forms', 'talks', 'paperwork that takes less time', quote(5, 'shorter forms'), [
			'control'
		]),
		demand('night', 'leith', 'working after dark', quote(9, 'night work')),
		demand('lamps', 'leith', 'better light along the quay', quote(9, 'new lamps')),
		demand('tickets', 'leith', 'one place to sell tickets', quote(9, 'a shared ticket office'))
	],
	events: [
		event(
			'talks-2019',
			'the talks between company and town',
			'in March 2019',
			'month',
			quote(4, 'took place in March 2019')
		),
		event(
			'request',
			'the company’s request',
			undefined,
			'open',
			quote(5, 'the company asked for less control')
		),
		event('refusal', 'the town’s refusal', undefined, 'open', quote(6, 'The town refused')),
		event(
			'collapse',
			'the collapse of the pier',
			'on May 3, 2020',
			'day',
			quote(7, 'The pier collapsed on May 3, 2020')
		),
		event(
			'contract',
			'the writing of a draft contract',
			'in 2020',
			'year',
			quote(8, 'in Leith in 2020')
		),
		event(
			'suggestion',
			'the mayor’s suggestion',
			'In recent days',
			'span',
			quote(10, 'In recent days the mayor has suggested'),
			true
		),
		event(
			'ten-years',
			'the time when many conditions came up',
			'in the past ten years',
			'span',
			quote(12, 'came up in the past ten years'),
			true
		)
	],
	before: [
		order('request', 'refusal', quote(6, 'The town refused the shorter forms')),
		order('refusal', 'collapse', quote(7, 'on May 3, 2020')),
		order('collapse', 'suggestion', quote(10, 'In recent days')),
		order('contract', 'suggestion', quote(10, 'using the draft again'))
	],
	unsettled: [
		{
			one: 'contract',
			other: 'collapse',
			why: 'Both are in 2020.',
			at: [quote(7, 'May 3, 2020'), quote(8, 'in 2020')]
		}
	],
	proofs: [
		{
			id: 'turned-down',
			tap: {
				that: 'shows that the town did not agree to everything',
				accept: [[6]],
				reasons: [
					{ ...quote(6, 'refused'), why: 'It says so.' },
					{ ...quote(5, 'asked for'), why: 'It says what was asked.' }
				]
			}
		},
		{
			id: 'two-opinions',
			about: ['refusal'],
			tap: {
				that: 'give somebody’s words inside quotation marks',
				accept: [[11, 14]],
				reasons: [{ ...quote(11, 'said Ada Lund'), why: 'Her words.' }]
			}
		}
	],
	conflicts: [
		{
			id: 'how-old',
			topic: 'the conditions',
			on: 'how old the conditions are',
			shared: [
				{
					text: 'whether there are conditions',
					reason: { why: 'Both say so.', settles: quote(12, 'Many of the conditions') }
				},
				{
					text: 'whether the conditions are fair',
					reason: { why: 'Neither says so.', nearest: quote(11, 'as old as the port') }
				}
			],
			sides: [
				{
					voice: 'lund',
					gist: 'the conditions began with the port',
					at: quote(11, 'as old as the port')
				},
				{
					voice: 'reporter',
					gist: 'many conditions are ten years old',
					at: quote(12, 'in the past ten years')
				}
			],
			tap: {
				that: 'do not fit each other on the age of what is asked',
				accept: [[11, 12]],
				reasons: [{ ...quote(11, 'as old as the port'), why: 'One account.' }]
			},
			why: 'Two ages, and the text does not choose.'
		},
		{
			id: 'any-hope',
			topic: 'an agreement',
			on: 'what can be hoped for',
			sides: [
				{
					voice: 'mayor',
					gist: 'the draft could help',
					at: quote(13, 'could bring both sides together')
				},
				{
					voice: 'falk',
					gist: 'nothing will move',
					at: quote(14, 'Nothing shows that the company will move')
				}
			],
			why: 'Hope and doubt, side by side.'
		}
	]
};

/** The invented pack, with some of its sections replaced. */
export function harbour(
	changes: Partial<Record<keyof typeof input | 'alike', unknown>> = {}
): Context {
	const facts = v.parse(factsSchema, { ...input, ...changes });
	return { facts, article: buildArticle(text, facts.blocks), seed: 'test' };
}

/** A pack that establishes nothing. */
export const emptyHarbour = (): Context =>
	harbour({
		places: [],
		demands: [],
		events: [],
		before: [],
		unsettled: [],
		proofs: [],
		conflicts: []
	});

/** The sections as they are written, to change one fact of them. */
export const harbourInput = input;

function demand(
	id: string,
	where: string,
	what: string,
	at: { s: number; words: string },
	within: string[] = []
) {
	const by = where === 'leith' ? 'draft' : 'company';
	return { id, by, where, what, within, status: 'condition', why: 'The sentence names it.', at };
}

function event(
	id: string,
	what: string,
	when: string | undefined,
	grain: string,
	at: { s: number; words: string },
	hangs = false
) {
	return { id, what, grain, hangs, at, ...(when === undefined ? {} : { when }) };
}

function order(first: string, then: string, at: { s: number; words: string }) {
	return { first, then, why: `The text puts the ${first} first.`, at };
}
