/** For tests only: the smallest pack that has something of everything that is checked. */
import { readFacts, type ReadFacts } from './read.ts';

export const miniText = [
	'The town hall will close, officials said.',
	'The date remains unclear. “We were never asked,” said Ada Moss, a teacher.',
	'Costs could rise in 2030, and costs matter.'
].join('\n');

/** Every fact list that has a check; one fact a line, so that a line number is easy to tell. */
export const miniYaml = `lang: en
title: { text: 'A town hall', by: project }
teaser: 'Who says what about a town hall?'
source: { publisher: null, author: null, date: null, link: null, note: 'None.', rights: 'Ours.' }
blocks:
  - paragraph:
      - [0, 41]
  - paragraph:
      - [42, 67]
      - [68, 116]
  - paragraph:
      - [117, 160]
about:
  1: the closing
  2: the date
  3: what a teacher says
  4: the costs
voices:
  - { id: reporter, name: 'the reporter', kind: reporter }
  - { id: officials, name: 'officials', kind: group, side: town }
  - { id: moss, name: 'Ada Moss', kind: named-person, also: ['Moss'], roles: [{ id: moss-role, is: 'a teacher', at: { s: 3, words: 'a teacher' } }] }
places:
  - { id: plan, name: 'The plan', phrase: 'in the plan', at: { s: 1, words: 'will close' }, open: { why: 'It says no more.', at: { s: 2, words: 'remains unclear' } } }
demands:
  - { id: closing, by: officials, what: 'shutting the hall', where: plan, status: condition, why: 'It says so.', at: { s: 1, words: 'will close' } }
statements:
  - { id: close, voice: officials, form: indirect, on: 'the hall', says: 'that the hall is to shut', at: { s: 1, words: 'The town hall will close' }, cue: { s: 1, words: 'officials said' } }
  - { id: unasked, voice: moss, form: direct, on: 'being asked', says: 'that nobody came to them', at: { s: 3, words: 'We were never asked' }, cue: { s: 3, words: 'said Ada Moss' } }
events:
  - { id: shut, what: 'The closing', grain: open, at: { s: 1, words: 'will close' } }
  - { id: rise, what: 'The rise', when: 'in 2030', grain: year, at: { s: 4, words: 'could rise in 2030' } }
before:
  - { first: shut, then: rise, why: 'The text says so.', at: { s: 4, words: 'in 2030' } }
voice-spans:
  - { s: 1, words: 'The town hall will close', voice: officials, shown: { s: 1, words: 'officials said' } }
  - { s: 1, words: 'officials said', voice: reporter }
  - { s: 2, voice: reporter }
  - { s: 3, words: 'We were never asked', voice: moss, shown: { s: 3, words: 'said Ada Moss' } }
  - { s: 3, words: 'said Ada Moss, a teacher', voice: reporter }
  - { s: 4, voice: reporter }
certainty-spans:
  - { s: 1, level: on-word }
  - { s: 2, level: open, shown: 'remains unclear' }
  - { s: 3, level: on-word }
  - { s: 4, words: 'Costs could rise in 2030', level: possible, shown: 'could' }
  - { s: 4, words: 'and costs matter', level: plain }
passages:
  - { id: matter, class: judgement, at: { s: 4, words: 'costs matter' }, judging: 'matter', why: 'It judges.' }
hedges:
  - { id: rise-hedge, at: { s: 4, words: 'Costs could rise' }, words: 'could', level: possible }
claims:
  - { id: said-close, text: 'Officials say that it will close.', key: stated, stated: { why: 'It does.', settles: { s: 1, words: 'will close' } }, contradicted: { why: 'No.', nearest: { s: 1, words: 'will close' } }, not-stated: { why: 'No.', settles: { s: 1, words: 'will close' } } }
gaps:
  - { id: date, kind: open, what: 'when it will close', reason: { why: 'It says so.', settles: { s: 2, words: 'remains unclear' } } }
alterations:
  - { id: swap, statement: unasked, at: { s: 3, words: 'We were never asked' }, changes: [{ from: never, to: often, why: 'It turns it round.' }] }
alike:
  - [shut, close]
glossary:
  - { word: 'town hall', means: 'Where the council meets.' }
`;

/** The mini pack's YAML with one passage replaced. */
export function miniWith(from: string, to: string): string {
	if (!miniYaml.includes(from)) throw new Error(`the mini pack has no “${from}”`);
	return miniYaml.replace(from, to);
}

/** 1-based line on which a passage of the mini pack's YAML begins. */
export const lineOf = (passage: string, yaml = miniYaml): number =>
	yaml.slice(0, yaml.indexOf(passage)).split('\n').length;

export function miniFacts(yaml = miniYaml): ReadFacts {
	const read = readFacts(yaml);
	if ('faults' in read) throw new Error(read.faults.map(({ message }) => message).join('\n'));
	return read;
}
