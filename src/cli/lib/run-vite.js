// Vite's own command prints the stack of whatever fails, a mistake in a question pack included. This
// runs the same build on the Node that the tools need and prints what went wrong and where, no more.

import { createBuilder } from 'vite';

try {
	const logLevel = process.argv[2] === 'info' ? 'info' : 'warn';
	const builder = await createBuilder({ logLevel }, null);
	await builder.buildApp();
} catch (error) {
	const { message, id, frame } = /** @type {{ message?: string, id?: string, frame?: string }} */ (
		error
	);
	for (const line of [message ?? String(error), id, frame]) if (line) console.error(line);
	process.exitCode = 1;
}
