/** For tests only: an invented article with every sort of voice that the templates tell apart. */
import type { Facts } from '../../../facts/schema.ts';
import type { Context } from '../context.ts';
import { contextOf } from '../testing.ts';

type Input = NonNullable<Parameters<typeof contextOf>[1]>;

const sentences = [
	'A bridge will open in May, people close to the project have said.', // 1
	'It will carry no lorries.', // 2
	'“The old bridge is not safe,” said Ada Brook, a civil engineer and a former port inspector.', // 3
	'“Nobody should wait for an accident.”', // 4
	'Mayor Tom Reed called the plan “bold” and said that it would pay for itself.', // 5
	'“Rents will fall,” said Ben Cole, head of the market guild and a former tram driver.', // 6
	'Shop owners expect fewer customers, an old worry in the town.', // 7
	'Works have reportedly begun.', // 8
	'The town has argued about the crossing for thirty years.', // 9
	'The port office has not commented.', // 10
	'Fishers fear for their moorings, said Cole.', // 11
	'Some engineers doubt the plan.' // 12
];

const voices: Input['voices'] = [
	{ id: 'reporter', name: 'the reporter', kind: 'reporter' },
	{ id: 'not-given', name: 'someone without a name', kind: 'not-given' },
	{ id: 'sources', name: 'people close to the project', kind: 'unnamed', many: true },
	{
		id: 'brook',
		name: 'Ada Brook',
		kind: 'named-person',
		within: ['engineers'],
		roles: [
			{ id: 'brook-engineer', is: 'a civil engineer', at: { s: 3, words: 'a civil engineer' } },
			{
				id: 'brook-port',
				is: 'a former port inspector',
				at: { s: 3, words: 'a former port inspector' }
			}
		]
	},
	{
		id: 'reed',
		name: 'Tom Reed',
		kind: 'named-person',
		side: 'town',
		roles: [{ id: 'reed-mayor', is: 'the mayor', at: { s: 5, words: 'Mayor Tom Reed' } }]
	},
	{
		id: 'cole',
		name: 'Ben Cole',
		kind: 'named-person',
		roles: [
			{
				id: 'cole-guild',
				is: 'the head of the market guild',
				at: { s: 6, words: 'head of the market guild' }
			},
			{ id: 'cole-tram', is: 'a former tram driver', at: { s: 6, words: 'a former tram driver' } }
		]
	},
	{ id: 'owners', name: 'shop owners', kind: 'group', many: true },
	{ id: 'engineers', name: 'some engineers', kind: 'group', many: true },
	{ id: 'office', name: 'the port office', kind: 'organisation' },
	{ id: 'fishers', name: 'fishers', kind: 'group', many: true }
];

const statements: Input['statements'] = [
	{
		id: 'opens',
		voice: 'sources',
		form: 'indirect',
		on: 'the opening',
		says: 'that a bridge will open in May',
		at: { s: 1, words: 'A bridge will open in May' },
		cue: { s: 1, words: 'people close to the project have said' },
		ask: 'On whose word does the article give the month of the opening?',
		topics: ['plan'],
		tempting: [
			{
				voice: 'office',
				reason: {
					why: 'It has not commented.',
					settles: { s: 10, words: 'The port office has not commented' }
				}
			}
		],
		word: { s: 1, words: 'in May' }
	},
	{
		id: 'lorries',
		voice: 'sources',
		form: 'indirect',
		on: 'lorries',
		says: 'that no lorries will use it',
		at: { s: 2, words: 'It will carry no lorries.' },
		cue: { s: 1, words: 'people close to the project have said', carried: true },
		ask: 'On whose word does the article say who may not drive there?',
		prove: true,
		topics: ['plan']
	},
	{
		id: 'not-safe',
		voice: 'brook',
		form: 'direct',
		on: 'the old bridge',
		says: 'that the old bridge is dangerous',
		at: { s: 3, words: 'The old bridge is not safe' },
		cue: { s: 3, words: 'said Ada Brook' },
		ask: 'Who calls the old bridge dangerous?',
		topics: ['safety'],
		word: { s: 3, words: 'not safe' },
		'word-tempting': [
			{
				voice: 'reporter',
				reason: { why: 'The reporter only quotes it.', settles: { s: 3, words: 'said Ada Brook' } }
			}
		]
	},
	{
		id: 'accident',
		voice: 'brook',
		form: 'direct',
		on: 'waiting',
		says: 'that it would be wrong to wait',
		at: { s: 4, words: 'Nobody should wait for an accident.' },
		cue: { s: 3, words: 'said Ada Brook', carried: true },
		ask: 'Who warns against delay?',
		prove: true,
		topics: ['safety']
	},
	{
		id: 'bold',
		voice: 'reed',
		form: 'partial',
		on: 'the plan',
		says: 'that the plan has courage',
		at: { s: 5, words: 'Mayor Tom Reed called the plan “bold”' },
		cue: { s: 5, words: 'Mayor Tom Reed called' },
		topics: ['plan'],
		word: { s: 5, words: 'bold' }
	},
	{
		id: 'pays',
		voice: 'reed',
		form: 'indirect',
		on: 'the cost',
		says: 'that the plan will earn what it costs',
		at: { s: 5, words: 'it would pay for itself' },
		cue: { s: 5, words: 'said that' },
		ask: 'Who says that the plan will earn what it costs?',
		topics: ['money'],
		shared: ['owners'],
		word: { s: 5, words: 'pay for itself' }
	},
	{
		id: 'rents',
		voice: 'cole',
		form: 'direct',
		on: 'rents',
		says: 'that rents will go down',
		at: { s: 6, words: 'Rents will fall' },
		cue: { s: 6, words: 'said Ben Cole' },
		topics: ['money']
	},
	{
		id: 'customers',
		voice: 'owners',
		form: 'indirect',
		on: 'customers',
		says: 'that fewer customers will come',
		at: { s: 7, words: 'fewer customers' },
		cue: { s: 7, words: 'Shop owners expect' },
		ask: 'Who expects fewer customers?',
		topics: ['money']
	},
	{
		id: 'doubt',
		voice: 'engineers',
		form: 'indirect',
		on: 'the plan',
		says: 'that the plan is doubtful',
		at: { s: 12, words: 'doubt the plan' },
		cue: { s: 12, words: 'Some engineers' },
		topics: ['plan']
	}
];

const spans: Input['voice-spans'] = [
	{
		id: 'span-opens',
		s: 1,
		words: 'A bridge will open in May',
		voice: 'sources',
		shown: { s: 1, words: 'people close to the project have said' },
		asked: 'kind'
	},
	{
		id: 'span-lorries',
		s: 2,
		voice: 'sources',
		shown: { s: 1, words: 'people close to the project have said' }
	},
	{
		id: 'span-not-safe',
		s: 3,
		words: 'The old bridge is not safe',
		voice: 'brook',
		shown: { s: 3, words: 'said Ada Brook' }
	},
	{ id: 'span-accident', s: 4, voice: 'brook', shown: { s: 3, words: 'said Ada Brook' } },
	{
		id: 'span-pays',
		s: 5,
		words: 'it would pay for itself',
		voice: 'reed',
		shown: { s: 5, words: 'said that' }
	},
	{
		id: 'span-rents',
		s: 6,
		words: 'Rents will fall',
		voice: 'cole',
		shown: { s: 6, words: 'said Ben Cole' }
	},
	{
		id: 'span-customers',
		s: 7,
		words: 'fewer customers',
		voice: 'owners',
		shown: { s: 7, words: 'Shop owners expect' }
	},
	{ id: 'span-worry', s: 7, words: 'an old worry in the town', voice: 'reporter' },
	{
		id: 'span-works',
		s: 8,
		voice: 'not-given',
		shown: { s: 8, words: 'reportedly' },
		asked: 'source'
	},
	{ id: 'span-years', s: 9, voice: 'reporter' },
	{
		id: 'span-office',
		s: 10,
		voice: 'office',
		shown: { s: 10, words: 'The port office' },
		told: true
	},
	{
		id: 'span-doubt',
		s: 12,
		words: 'doubt the plan',
		voice: 'engineers',
		shown: { s: 12, words: 'Some engineers' }
	}
];

const heard: Input['heard'] = [
	{
		id: 'heard-brook',
		who: 'Ada Brook',
		how: 'quoted',
		reason: { why: 'Quoted.', settles: { s: 4, words: '“Nobody should wait for an accident.”' } }
	},
	{
		id: 'heard-cole',
		who: 'Ben Cole',
		how: 'quoted',
		reason: { why: 'Quoted.', settles: { s: 6, words: '“Rents will fall,”' } }
	},
	{
		id: 'heard-owners',
		who: 'shop owners',
		how: 'retold',
		voice: 'owners',
		asked: true,
		reason: { why: 'Retold.', settles: { s: 7, words: 'Shop owners expect' } }
	},
	{
		id: 'heard-engineers',
		who: 'some engineers',
		how: 'retold',
		reason: { why: 'Retold.', settles: { s: 12, words: 'Some engineers doubt' } }
	},
	{
		id: 'heard-fishers',
		who: 'fishers',
		how: 'spoken-for',
		voice: 'fishers',
		asked: true,
		reason: {
			why: 'Cole speaks for them.',
			settles: { s: 11, words: 'Fishers fear for their moorings, said Cole.' }
		}
	},
	{
		id: 'heard-office',
		who: 'the port office',
		how: 'no-comment',
		voice: 'office',
		reason: { why: 'No comment.', settles: { s: 10, words: 'The port office has not commented.' } },
		retold: {
			ask: 'What does the article say about the port office?',
			fits: { text: 'It has not commented.', why: 'So it says.' },
			misfits: [
				{ text: 'It has denied it.', why: 'It has not.' },
				{ text: 'It has agreed.', why: 'It has not.' }
			],
			at: { s: 10, words: 'The port office has not commented.' }
		}
	},
	{
		id: 'heard-tenants',
		who: 'tenants',
		how: 'absent',
		reason: { why: 'Not heard.', nearest: { s: 6, words: 'Rents' } }
	},
	{
		id: 'heard-drivers',
		who: 'lorry drivers',
		how: 'absent',
		asked: true,
		reason: { why: 'Not heard.', nearest: { s: 2, words: 'lorries' } }
	}
];

const alterations: Input['alterations'] = [
	{
		id: 'altered-rents',
		statement: 'rents',
		at: { s: 6, words: 'Rents will fall' },
		changes: [{ from: 'fall', to: 'rise', why: 'The article has “fall”.' }],
		retellings: {
			keeps: [{ text: 'Rents will go down.', why: 'The same.' }],
			alters: [
				{ text: 'Rents may go down.', why: 'A hedge too many.' },
				{ text: 'Rents will go up.', why: 'The reverse.' }
			]
		}
	},
	{
		id: 'altered-safe',
		statement: 'not-safe',
		at: { s: 3, words: 'The old bridge is not safe' },
		retellings: {
			keeps: [
				{ text: 'The old bridge is dangerous.', why: 'The same.' },
				{ text: 'The old bridge is a danger.', why: 'The same.' }
			],
			alters: [{ text: 'The old bridge was dangerous.', why: 'Another time.' }]
		}
	}
];

/** The article with its voices; `changes` replaces whole lists of facts. */
export const bridge = (changes: Partial<Input> = {}): Context =>
	contextOf(sentences, {
		voices,
		statements,
		'voice-spans': spans,
		heard,
		alterations,
		...changes
	});

/** The same facts with some entries of a list changed or, where `change` gives nothing, left out. */
export function bridgeWith<K extends 'voices' | 'statements' | 'heard' | 'voice-spans'>(
	list: K,
	change: (entry: Facts[K][number]) => Facts[K][number] | undefined
): Context {
	const context = bridge();
	const entries: Facts[K][number][] = context.facts[list];
	return {
		...context,
		facts: { ...context.facts, [list]: entries.flatMap((entry) => change(entry) ?? []) }
	};
}
