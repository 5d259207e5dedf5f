// node src/cli/node.js SCRIPT-OR-COMMAND arguments…
// Runs a script of ours, or a command that a package brings (vite, eslint), on the Node that the
// project needs, whichever Node the machine has.

import { Complaint, runMain, runOnNode } from './lib/machine.js';

await runMain(() => {
	const [script, ...args] = process.argv.slice(2);
	if (script === undefined) throw new Complaint('Say what to run: a script or a command.');
	return runOnNode(script, args);
});
