// Loaded into the measured server with --import: collects garbage and answers with its memory.

process.on('message', (message) => {
	if (message !== 'memory') return;
	globalThis.gc?.();
	const { heapUsed, rss } = process.memoryUsage();
	process.send?.({ heapUsed, rss, collected: globalThis.gc !== undefined });
});
