// node src/cli/node.js src/cli/check-packs.ts [FOLDER] [--print SLUG] [--lock FILE]
// Proves every pack of questions/ (or FOLDER): faults as `file:line: what; what to do` and status 1,
// else a table a pack. --print shows every question in full; --lock proposes the spans of a new text.

import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Span } from '../lib/article/article.ts';
import { proposeBlocks } from '../lib/article/sentences.ts';
import { checkText } from '../lib/facts/check.ts';
import { printBank, reportLines } from '../lib/questions/report.ts';
import { Complaint, ROOT, runMain } from './lib/machine.js';
import { provePacks, readText } from './lib/packs.ts';

const USAGE = 'npm run check:packs -- [FOLDER] [--print SLUG] [--lock FILE]';

await runMain(() => Promise.resolve(main()));

function main(): number {
	const { positionals, values } = parse();
	if (values.lock !== undefined) return lock(resolve(values.lock));
	const folder = resolve(positionals[0] ?? `${ROOT}/questions`);
	// Under the project, a path that an editor's terminal can open; elsewhere, the whole path.
	const near = relative(ROOT, folder);
	const shown = near === '' || near.startsWith('..') ? folder : near.replaceAll('\\', '/');
	const proved = provePacks(folder, shown, 'report');
	const lines = proved.flatMap(({ faults, findings }) => [...faults, ...findings]);
	if (values.print !== undefined) {
		const pack = proved.find(({ slug }) => slug === values.print);
		if (!pack) throw new Complaint(`There is no pack “${values.print}” in ${shown}.`);
		if (pack.built) for (const line of printBank(pack.built.pack)) console.log(line);
	} else {
		for (const { built } of proved)
			if (built) console.log(`${reportLines(built.pack, built.facts).join('\n')}\n`);
	}
	for (const line of lines) console.error(line);
	if (lines.length > 0) {
		console.error(`${lines.length} fault${lines.length === 1 ? '' : 's'} in the packs`);
		return 1;
	}
	if (values.print === undefined)
		console.log(`${proved.length} pack${proved.length === 1 ? ' is' : 's are'} sound`);
	return 0;
}

function parse() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: { print: { type: 'string' }, lock: { type: 'string' } }
		});
	} catch (error) {
		throw new Complaint(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
	}
}

/** Prints `blocks:` for a text, ready for facts.yaml, each span with the number it gets. */
function lock(file: string): number {
	const read = readText(file);
	if (!('text' in read)) throw new Complaint(`${file}: ${read.fault ?? 'there is no such file'}`);
	const { text } = read;
	const [fault] = checkText(text);
	if (fault) throw new Complaint(`${file}:${fault.line}: ${fault.message}`);
	const line = ([start, end]: Span, note: string) =>
		`[${start}, ${end}] # ${note}${text.slice(start, end).slice(0, 24)}…`;
	let n = 0;
	console.log('blocks:');
	for (const block of proposeBlocks(text)) {
		if ('heading' in block) console.log(`  - heading: ${line(block.heading, '')}`);
		else {
			console.log('  - paragraph:');
			for (const span of block.paragraph) console.log(`      - ${line(span, `${++n} `)}`);
		}
	}
	return 0;
}
