// What an assignment asks, fixed for ever: a pack version, its questions, and which of them may be drawn.

import type { PackVersion } from '../../questions/pack.ts';
import { drawQuestions, parseWish } from '../../study/draw.ts';
import { Trouble } from '../../study/trouble.ts';
import type { Policy } from '../../taking/policy.ts';
import { newId } from '../store/ids.ts';
import { insertPackVersion } from '../store/pack-version.ts';
import { insertQuestionVersions, insertQuizVersion } from '../store/quiz-version.ts';
import type { Db } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';

export type QuizWish =
	/** As a link has it: 'quick', 'full', 'skill:attribution', 'kind:verdict'. */
	| { draw: string }
	/** Ids of questions of the pack, in the order in which they are asked. */
	| { picked: readonly string[] };

/**
 * Stores what an assignment will ask. Where each learner draws their own, all questions of the pack
 * may be drawn; else the questions are drawn here and now.
 *
 * @param seed decides what is drawn
 * @returns id of the quiz version
 * @throws Trouble `mangled-link` for a wish that means nothing, `nothing-to-ask` where the pack has no
 *   such question
 */
export async function makeQuizVersion(
	db: Db,
	pack: PackVersion,
	wish: QuizWish,
	{ order, seed, now }: { order: Policy['order']; seed: string; now: number }
): Promise<string> {
	const ids = 'picked' in wish ? [...wish.picked] : idsFor(pack, wish.draw, order, seed);
	if (ids.length === 0) throw new Trouble('nothing-to-ask');
	const id = newId();
	await inTransaction(db, async (trx) => {
		const { id: packVersionId } = await insertPackVersion(trx, pack, now);
		const rows = await insertQuestionVersions(trx, packVersionId, pack.bank, now);
		const chosen = ids.map((ref) => {
			const row = rows.get(ref);
			if (!row) throw new Trouble('nothing-to-ask');
			return row.id;
		});
		const draw = 'picked' in wish ? 'picked' : wish.draw;
		await insertQuizVersion(
			trx,
			{ id, pack_version_id: packVersionId, blueprint: { v: 1, draw, seed }, created_at: now },
			chosen
		);
	});
	return id;
}

function idsFor(pack: PackVersion, draw: string, order: Policy['order'], seed: string): string[] {
	const wish = parseWish(draw);
	if (!wish) throw new Trouble('mangled-link');
	const drawn = drawQuestions(pack.bank, wish, seed);
	if (drawn.length === 0 || order !== 'variant') return drawn.map((question) => question.id);
	return pack.bank.map((question) => question.id);
}
