import { resolve } from 'node:path';
import { provePacks } from '../../src/cli/lib/packs.ts';
import type { PackVersion } from '../../src/lib/questions/pack.ts';

/** A pack, built as the app builds it. */
export function packNamed(name: string): PackVersion {
	const proved = provePacks(resolve(import.meta.dirname, '../../questions'), 'questions', 'report');
	const pack = proved.find(({ slug }) => slug === name)?.built?.pack;
	if (!pack) throw new Error(`the pack ${name} is broken: npm run check:packs says where`);
	return pack;
}

export const firstPack = (): PackVersion => packNamed('moscow-demands');
