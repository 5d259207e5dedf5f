/** What holds for every template on demands, times, evidence and conflicts. */
import { describe, expect, it } from 'vitest';
import { findWords } from '../../article/article.ts';
import { explainedOf } from '../lint/parts.ts';
import { whatDiffers, whichIsRight, whoStandsWhere } from './accounts-differ.ts';
import { assemble } from './assemble.ts';
import { differingSentences } from './differing-sentences.ts';
import { needsTheDate, pinnedOrHanging, theFullDate } from './pinned-or-hanging.ts';
import { proveIt } from './prove-it.ts';
import { tapTheEvidence } from './tap-the-evidence.ts';
import { emptyHarbour, harbour } from './testing/harbour.ts';
import { beforeTheDay, timeline } from './timeline.ts';
import { whereNamedSort } from './where-named-sort.ts';
import { whereNamed } from './where-named.ts';
import { whichIsNamedThere } from './which-is-named-there.ts';

const templates = Object.entries({
	whatDiffers,
	whichIsRight,
	whoStandsWhere,
	differingSentences,
	needsTheDate,
	pinnedOrHanging,
	theFullDate,
	proveIt,
	tapTheEvidence,
	beforeTheDay,
	timeline,
	whereNamedSort,
	whereNamed,
	whichIsNamedThere
});

describe.each(templates)('%s', (_, template) => {
	it('asks nothing of a pack without facts', () => {
		expect(template(emptyHarbour())).toEqual([]);
	});

	it('builds questions from any pack that has the facts', () => {
		const context = harbour();
		const questions = template(context).map((draft) => assemble(draft, context));
		expect(questions.length).toBeGreaterThan(0);
	});

	it('gives every part a reason whose words are in the sentence that it cites', () => {
		const context = harbour();
		for (const draft of template(context))
			for (const { reason } of explainedOf(assemble(draft, context))) {
				expect(reason.why).not.toBe('');
				for (const quote of reason.cite.quotes)
					expect(findWords(context.article, quote), quote.words).toBeDefined();
			}
	});

	it('gives the same questions for the same facts and seed', () => {
		expect(template(harbour())).toEqual(template(harbour()));
	});
});
