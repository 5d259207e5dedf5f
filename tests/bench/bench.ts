// `npm run bench [bank] [answers] [joining] [render] [heap] [results] [offline] [log] [lighthouse]`: all
// of them without a name. Prints medians and how they were measured; asserts nothing, since timings belong
// to the machine.

import { benchAnswers } from './answers.ts';
import { benchBank } from './bank.ts';
import { benchHeap } from './heap.ts';
import { benchJoining } from './joining.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchLog } from './log.ts';
import { benchOffline } from './offline.ts';
import { benchRender } from './render.ts';
import { benchResults } from './results.ts';

const benches = {
	bank: benchBank,
	answers: benchAnswers,
	joining: benchJoining,
	render: benchRender,
	heap: benchHeap,
	results: benchResults,
	offline: benchOffline,
	log: benchLog,
	lighthouse: benchLighthouse
};

const names = Object.keys(benches) as (keyof typeof benches)[];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
	console.error(`There is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
	process.exit(1);
}
for (const name of names) if (wanted.length === 0 || wanted.includes(name)) await benches[name]();
