import { roll } from '$lib/ui/classes/words';

/** What was done just now, as the address carries it from the form to the page. */
export interface Told {
	words: string;
	/** A learner who was removed and can be brought back with one tap. */
	undo: string | null;
	/** It was not done. */
	fault: boolean;
}

export function readTold(
	params: URLSearchParams,
	members: readonly { id: string; nickname: string; removed_at: number | null }[]
): Told | null {
	const told = params.get('told');
	const about = members.find(({ id }) => id === params.get('learner'));
	const say = (words: string, fault = false): Told => ({ words, undo: null, fault });
	if (told === 'removed' && about && about.removed_at !== null)
		return { words: roll.told.removed(about.nickname), undo: about.id, fault: false };
	if (told === 'back' && about) return say(roll.told.back(about.nickname));
	if (told === 'merged' && about) return say(roll.told.merged(about.nickname));
	if (told === 'erased') return say(roll.told.erased);
	if (told === 'full') return say(roll.told.full, true);
	if (told === 'added') return say(roll.told.added(Number(params.get('n')) || 0));
	if (told === 'allow' || told === 'replace' || told === 'decline')
		return say(roll.told.decided[told]);
	return null;
}
