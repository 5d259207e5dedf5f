/**
 * Facts → the bank of a pack. One file a template beside this one; this file only lists them.
 * Adding a template: write it like `who-said.ts`, add it here, read what it builds
 * (`npm run check:packs -- --print SLUG`).
 */
import type { Question } from '../schema.ts';
import { assemble } from './assemble.ts';
import { whatDiffers, whichIsRight, whoStandsWhere } from './accounts-differ.ts';
import { certaintySort } from './certainty-sort.ts';
import { checkableOrJudgement } from './checkable-or-judgement.ts';
import { differingSentences } from './differing-sentences.ts';
import { gap } from './gap.ts';
import { headlineFit } from './headline-fit.ts';
import { headlineOverclaim } from './headline-overclaim.ts';
import { hedgeKept } from './hedge-kept.ts';
import { howPresented } from './how-presented.ts';
import { judgingWord } from './judging-word.ts';
import { leavePage } from './leave-page.ts';
import { passedOn } from './passed-on.ts';
import { needsTheDate, pinnedOrHanging, theFullDate } from './pinned-or-hanging.ts';
import { proveIt } from './prove-it.ts';
import { reportingVerb } from './reporting-verb.ts';
import { tapTheEvidence } from './tap-the-evidence.ts';
import { beforeTheDay, timeline } from './timeline.ts';
import { verdict } from './verdict.ts';
import { whereNamed } from './where-named.ts';
import { whereNamedSort } from './where-named-sort.ts';
import { whichIsNamedThere } from './which-is-named-there.ts';
import { whichWordsHedge } from './which-words-hedge.ts';
import { alteredWords } from './altered-words.ts';
import { answerAndEvidence } from './answer-and-evidence.ts';
import { matchSpeakers } from './match-speakers.ts';
import { retelling } from './retelling.ts';
import { sourceSort } from './source-sort.ts';
import { whatSaid } from './what-said.ts';
import { whichRole } from './which-role.ts';
import { whoseWord } from './whose-word.ts';
import { formOfWords, formSort, mixedSentence, wordsInMarks } from './form-of-words.ts';
import { heardHow, heardSort } from './heard-how.ts';
import { aboutSilence, notHeard, quotedAtLength } from './not-heard.ts';
import { sourceKind, sourceLearnt } from './source-kind.ts';
import { whoSaid } from './who-said.ts';
import type { Context, Template } from './context.ts';
import type { Draft } from './draft.ts';

const templates: Template[] = [
	whoSaid,
	answerAndEvidence,
	whatSaid,
	matchSpeakers,
	whichRole,
	sourceKind,
	sourceLearnt,
	sourceSort,
	formOfWords,
	formSort,
	wordsInMarks,
	mixedSentence,
	whoseWord,
	heardHow,
	heardSort,
	notHeard,
	quotedAtLength,
	aboutSilence,
	alteredWords,
	retelling,
	tapTheEvidence,
	proveIt,
	whereNamed,
	whereNamedSort,
	whichIsNamedThere,
	timeline,
	beforeTheDay,
	pinnedOrHanging,
	needsTheDate,
	theFullDate,
	whatDiffers,
	whichIsRight,
	whoStandsWhere,
	differingSentences,
	hedgeKept,
	whichWordsHedge,
	certaintySort,
	passedOn,
	howPresented,
	reportingVerb,
	verdict,
	gap,
	checkableOrJudgement,
	judgingWord,
	headlineFit,
	headlineOverclaim,
	leavePage
];

/**
 * Builds every question of a pack.
 *
 * @param written questions written by hand, already drafts
 * @throws when a template makes something that is not a question; the message names it
 */
export function buildBank(context: Context, written: readonly Draft[] = []): Question[] {
	return [...templates.flatMap((template) => template(context)), ...written].map((draft) =>
		assemble(draft, context)
	);
}
