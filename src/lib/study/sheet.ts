import type { PackVersion } from '../questions/pack.ts';
import { explainAt, readRun } from './run.ts';
import { common } from './step.ts';
import type { SheetView } from './view.ts';

/**
 * A quiz as a worksheet: every question with its key, whatever was answered.
 *
 * @throws {import('./trouble.ts').Trouble} when the parameters name no quiz of this pack
 */
export function sheetFrom(pack: PackVersion, params: URLSearchParams): SheetView {
	const quiz = new URLSearchParams(params);
	quiz.delete('a');
	const run = readRun(pack, quiz);
	return {
		...common(run),
		questions: run.shown.map((question, i) => ({
			n: i + 1,
			question,
			explanation: explainAt(run, i + 1)
		}))
	};
}
