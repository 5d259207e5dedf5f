import { resolve } from 'node:path';
import { provePacks } from '../../src/cli/lib/packs.ts';
import type { PackVersion } from '../../src/lib/questions/pack.ts';

/** The first pack, built as the app builds it. */
export function firstPack(): PackVersion {
	const proved = provePacks(resolve(import.meta.dirname, '../../questions'), 'questions', 'report');
	const pack = proved.find(({ slug }) => slug === 'moscow-demands')?.built?.pack;
	if (!pack) throw new Error('the first pack is broken: npm run check:packs says where');
	return pack;
}
