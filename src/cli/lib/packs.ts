// Reads the folders of packs and proves each. The one place where packs meet the disk: the command
// check:packs and the Vite plugin both come through here.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../lib/facts/schema.ts';
import { buildPack, type PackFile, type PackVersion } from '../../lib/questions/pack.ts';

const PACK_FILES = ['article.txt', 'facts.yaml', 'questions.yaml'] as const satisfies PackFile[];
const MAX_BYTES = 4_000_000;

export interface ProvedPack {
	slug: string;
	/** Absent when there are faults. */
	built?: { pack: PackVersion; facts: Facts };
	/** `questions/<slug>/facts.yaml:12: what is wrong; what to do` */
	faults: string[];
	/** Breaches of the item lint, in the same form; empty unless they were asked for. */
	findings: string[];
}

/** SHA-256 in hexadecimal. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Proves every pack of a folder.
 *
 * @param folder holds one folder a pack
 * @param shown how the folder is called in messages
 */
export function provePacks(
	folder: string,
	shown: string,
	findings: 'refuse' | 'report' = 'refuse'
): ProvedPack[] {
	const slugs = existsSync(folder)
		? readdirSync(folder, { withFileTypes: true })
				.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
				.map(({ name }) => name)
				.sort()
		: [];
	if (slugs.length === 0)
		return [
			{
				slug: '',
				faults: [`${shown}: there is no pack; add a folder with article.txt and facts.yaml`],
				findings: []
			}
		];
	return slugs.map((slug) => provePack(join(folder, slug), `${shown}/${slug}`, slug, findings));
}

function provePack(
	folder: string,
	shown: string,
	slug: string,
	findings: 'refuse' | 'report'
): ProvedPack {
	const proved: ProvedPack = { slug, faults: [], findings: [] };
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(slug)) {
		proved.faults.push(`${shown}: a pack's folder is its address; rename it in kebab-case`);
		return proved;
	}
	const texts: Partial<Record<PackFile, string>> = {};
	for (const file of PACK_FILES) {
		const read = readText(join(folder, file));
		if ('text' in read) texts[file] = read.text;
		else if (read.fault !== undefined) proved.faults.push(`${shown}/${file}:1: ${read.fault}`);
		else if (file !== 'questions.yaml')
			proved.faults.push(`${shown}/${file}:1: the file is missing; add it`);
	}
	const { 'article.txt': article, 'facts.yaml': facts, 'questions.yaml': questions } = texts;
	if (proved.faults.length > 0 || article === undefined || facts === undefined) return proved;
	const files = { article, facts, ...(questions === undefined ? {} : { questions }) };
	const built = buildPack({ slug, files, digest, findings });
	const lineOf = (fault: { file: PackFile; line: number; message: string }) =>
		`${shown}/${fault.file}:${fault.line}: ${fault.message}`;
	if ('faults' in built) proved.faults.push(...built.faults.map(lineOf));
	else {
		proved.built = { pack: built.pack, facts: built.facts };
		proved.findings.push(...built.findings.map(lineOf));
	}
	return proved;
}

/** Decodes a file strictly; a pack is never repaired in silence. */
export function readText(path: string): { text: string } | { fault?: string } {
	if (!existsSync(path)) return {};
	const { size } = statSync(path);
	if (size > MAX_BYTES)
		return { fault: `the file has ${size} bytes; at most ${MAX_BYTES} are read` };
	try {
		// The mark stays in the text, where the check for it names its place.
		return {
			text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
		};
	} catch (error) {
		if (error instanceof TypeError) return { fault: 'the file is not UTF-8; save it as UTF-8' };
		return { fault: `the file cannot be read (${String(error)}); check its permissions` };
	}
}
