// Lists the files that self-study and the shell of an attempt are made of, for the service worker: each
// page of theirs, with all that it loads at once or later, and none of the teacher's rooms.

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { isKeptPage, listOf, type FileList } from '../lib/ui/offline/rooms.ts';

/** Kit makes one module for each page, which imports the page's files. */
const NODE = /\/generated\/client-optimized\/nodes\/\d+\.js$/u;
const ROUTES = /\/src\/routes\/(.+)$/u;

/** @param version the name of the version that is built */
export function offlineList(version: string): Plugin {
	return {
		name: 'says-who:offline-list',
		// Files have their last bytes only once they are written.
		writeBundle: {
			order: 'post',
			handler(options, bundle) {
				if (this.environment.name !== 'client' || options.dir === undefined) return;
				const { dir } = options;
				const chunks = new Map(
					Object.values(bundle).flatMap((file) =>
						file.type === 'chunk' ? [[file.fileName, file] as const] : []
					)
				);
				const kept = (chunk: Rolldown.OutputChunk): boolean => {
					const id = chunk.facadeModuleId ?? '';
					if (!NODE.test(id)) return chunk.isEntry;
					return (this.getModuleInfo(id)?.importedIds ?? []).some((path) => {
						const [, file] = ROUTES.exec(path.replaceAll('\\', '/')) ?? [];
						return file !== undefined ? isKeptPage(file) : false;
					});
				};
				const files = closure(chunks, [...chunks.values()].filter(kept));
				if (files.size === 0)
					throw new Error('No page opens without a network: rooms.ts is out of date.');
				const list: FileList = [...files]
					.sort()
					.map((file) => [`/${file}`, statSync(join(dir, file)).size]);
				writeFileSync(join(dir, listOf(version)), JSON.stringify(list));
			}
		}
	};
}

/** The chunks, all that they load, and their styles. What names every page (the entry) loads none of them. */
function closure(
	chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
	roots: readonly Rolldown.OutputChunk[]
): Set<string> {
	const files = new Set<string>();
	const open = [...roots];
	for (let chunk = open.pop(); chunk; chunk = open.pop()) {
		if (files.has(chunk.fileName)) continue;
		files.add(chunk.fileName);
		for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
		const later = chunk.dynamicImports.filter(
			(file) => !NODE.test(chunks.get(file)?.facadeModuleId ?? '')
		);
		open.push(...[...chunk.imports, ...later].flatMap((file) => chunks.get(file) ?? []));
	}
	return files;
}
