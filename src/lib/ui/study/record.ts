/** Writes the answers of quizzes down on this device. Loaded with the first answer. */
import { fetchPack, keptPack } from '../../study/kept.ts';
import { draftOf } from '../../study/log/row.ts';
import { markRun, readRun } from '../../study/run.ts';
import type { StepView } from '../../study/view.ts';
import { rightNow, theLog } from './log.ts';

/**
 * Where the pack cannot be had, the answer stands in no log; its quiz goes on all the same.
 *
 * @param view the explanation of an answer that was given just now
 */
export async function recordAnswer(
	slug: string,
	{ quiz, answers, ...view }: StepView
): Promise<void> {
	if (view.kind !== 'explanation') return;
	const params = new URLSearchParams(quiz);
	params.set('a', answers);
	const version = params.get('v') ?? '';
	const pack = (await keptPack(slug, version)) ?? (await fetchPack({ slug, version })).pack;
	const marked = markRun(readRun(pack, params))[view.n - 1];
	const draft = marked && draftOf({ slug, version, marked, ...rightNow() });
	if (draft) await (await theLog()).append(draft);
}
