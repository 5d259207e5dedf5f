// The bank of a pack, built from its facts in bare Node: no bundler, nothing warmed but the code.

import { buildArticle } from '../../src/lib/article/article.ts';
import { readFacts } from '../../src/lib/facts/read.ts';
import { buildBank } from '../../src/lib/questions/build/bank.ts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { median, printTable } from './table.ts';

const folder = resolve(import.meta.dirname, '../../questions/moscow-demands');
const warmUp = 5;
const counted = 30;

export function benchBank(): void {
	const text = readFileSync(`${folder}/article.txt`, 'utf8');
	const read = readFacts(readFileSync(`${folder}/facts.yaml`, 'utf8'));
	if (!('facts' in read)) throw new Error('the pack is broken: npm run check:packs says where');
	const { facts } = read;
	const times: number[] = [];
	let questions = 0;
	for (let i = 0; i < warmUp + counted; i++) {
		const before = performance.now();
		const article = buildArticle(text, facts.blocks);
		questions = buildBank({ facts, article, seed: '1' }).length;
		times.push(performance.now() - before);
	}
	const warm = times.slice(warmUp);
	printTable('Bank of the first pack, built from its facts in bare Node', [
		['questions', String(questions)],
		['first build, ms', (times[0] ?? 0).toFixed(2)],
		[`median of ${String(counted)} after ${String(warmUp)}, ms`, median(warm).toFixed(2)]
	]);
}
