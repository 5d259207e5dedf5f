// `virtual:packs`: the packs of questions/, proved and built, for the server alone. A fault stops the
// build; in development it shows where any other mistake shows, and mending the file is enough.

import { join, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { provePacks } from './lib/packs.ts';

const ID = 'virtual:packs';
const RESOLVED = `\0${ID}`;
const FOLDER = 'questions';

export function packs(): Plugin {
	let folder = FOLDER;
	let building = false;
	let source: string | undefined;

	/** @throws one error whose message is the list of faults */
	function prove(): string {
		if (source !== undefined) return source;
		const proved = provePacks(folder, FOLDER);
		const faults = proved.flatMap((pack) => pack.faults);
		if (faults.length > 0) {
			const error = new Error(`The packs have faults:\n${faults.join('\n')}`);
			// Where this was thrown helps nobody to mend a YAML file.
			error.stack = '';
			throw error;
		}
		const built = proved.flatMap((pack) => (pack.built ? [pack.built.pack] : []));
		// A string is parsed faster than the literal, and nothing can be taken for code.
		source = `export const packs = JSON.parse(${JSON.stringify(JSON.stringify(built))});\n`;
		return source;
	}

	return {
		name: 'says-who:packs',
		configResolved(config) {
			folder = join(config.root, FOLDER);
			building = config.command === 'build';
		},
		buildStart() {
			// Even a pack that nothing asks for yet must be sound.
			if (building) prove();
		},
		resolveId: (id) => (id === ID ? RESOLVED : undefined),
		load(id) {
			if (id !== RESOLVED) return undefined;
			if (this.environment.config.consumer === 'client')
				throw new Error(`${ID} holds every key: only the server may import it.`);
			return prove();
		},
		configureServer(server) {
			server.watcher.add(folder);
			server.watcher.on('all', (_event, path) => {
				if (!path.startsWith(folder + sep)) return;
				source = undefined;
				reload(server);
			});
		}
	};
}

/** Forgets the module wherever it was loaded, and with it whatever was made from it. */
function reload(server: ViteDevServer): void {
	for (const { moduleGraph } of Object.values(server.environments)) {
		const module = moduleGraph.getModuleById(RESOLVED);
		if (module) moduleGraph.invalidateModule(module);
	}
	server.environments.client.hot.send({ type: 'full-reload' });
}
