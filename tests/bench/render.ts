// Time to answer a page over HTTP, one request after another on one connection.

import { startServer } from '../support/server.ts';
import { findPaths } from './pages.ts';
import { median, printTable } from './table.ts';

const warmUp = 50;
const counted = 300;

export async function benchRender(): Promise<void> {
	const server = await startServer();
	try {
		const rows = [['page', 'median ms', 'p95 ms']];
		const paths: Record<string, string> = { ...(await findPaths(server.address)) };
		for (const [name, path] of Object.entries(paths)) {
			const times: number[] = [];
			for (let i = 0; i < warmUp + counted; i++) {
				const before = performance.now();
				const answer = await fetch(server.address + path);
				await answer.arrayBuffer();
				if (i >= warmUp) times.push(performance.now() - before);
			}
			times.sort((one, other) => one - other);
			const p95 = times[Math.floor(counted * 0.95)] ?? 0;
			rows.push([name, median(times).toFixed(2), p95.toFixed(2)]);
		}
		printTable(
			`Page over loopback, brotli included (${String(counted)} requests after ${String(warmUp)}, one at a time)`,
			rows
		);
	} finally {
		await server.stop();
	}
}
