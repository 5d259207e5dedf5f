/** What could be asked, of all packs: a session is chosen from it before any pack is fetched. */
import type { PackVersion } from '../questions/pack.ts';
import { readablePack, type ReadablePack } from './session.ts';

export interface Catalogue {
	packs: ReadablePack[];
}

export const catalogueOf = (packs: readonly PackVersion[]): Catalogue => ({
	packs: packs.map(readablePack)
});
