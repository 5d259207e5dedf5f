// Heap of the running server after a forced collection, at page views 5,000, 10,000 and 15,000.

import { once } from 'node:events';
import { join } from 'node:path';
import { startServer } from '../support/server.ts';
import { samplePages } from './pages.ts';
import { printTable } from './table.ts';

interface Memory {
	heapUsed: number;
	rss: number;
	collected: boolean;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

export async function benchHeap(): Promise<void> {
	const probe = join(import.meta.dirname, 'heap-probe.ts');
	const server = await startServer(['--expose-gc', '--import', probe]);
	try {
		const pages = await samplePages(server.address);
		const rows = [['page views', 'heap MB', 'resident MB']];
		let views = 0;
		const heaps: number[] = [];
		for (const stop of [5000, 10000, 15000]) {
			while (views < stop) {
				const batch = Array.from(
					{ length: 20 },
					(_, i) => pages[(views + i) % pages.length] ?? '/'
				);
				await Promise.all(
					batch.map(async (path) => {
						const answer = await fetch(server.address + path);
						if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
						await answer.arrayBuffer();
					})
				);
				views += batch.length;
			}
			const answered = once(server.process, 'message');
			server.process.send('memory');
			const [memory] = (await answered) as [Memory];
			if (!memory.collected) throw new Error('the server cannot collect on demand');
			heaps.push(memory.heapUsed);
			rows.push([String(views), megabytes(memory.heapUsed), megabytes(memory.rss)]);
		}
		const [first = 0] = heaps;
		const growth = (heaps.at(-1) ?? 0) - first;
		rows.push(['growth', megabytes(growth), '']);
		printTable(
			`Heap of the server after forced collection (${String(pages.length)} different pages in turn, 20 at a time)`,
			rows
		);
	} finally {
		await server.stop();
	}
}
