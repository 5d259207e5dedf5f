/// <reference types="vitest/config" />
import { sveltekit } from '@sveltejs/kit/vite';
// From 'vite' and not 'vitest/config': a plain `npm start` builds without development packages.
import { defineConfig, type Plugin } from 'vite';
import { offlineList } from './src/cli/offline-plugin.ts';
import { packs } from './src/cli/packs-plugin.ts';
import { folderOf } from './src/lib/ui/offline/rooms.ts';
import svelteConfig from './svelte.config.js';

/** The oldest browsers that the interface promises to work in. */
const BROWSERS = ['chrome111', 'safari16.4', 'firefox128'];

const version = String(svelteConfig.kit?.version?.name);

/**
 * The browser gets a few shared chunks instead of a dozen: fewer requests, and one chunk compresses
 * better than its parts. What only one page needs stays with that page, and what only an explanation
 * needs stays out of a page that asks.
 */
const sharedChunks: Plugin = {
	name: 'says-who:shared-chunks',
	outputOptions(options) {
		if (this.environment.name !== 'client') return options;
		const groups = [
			{
				name: 'runtime',
				// Not what a question does without: the store of a device, forms, schemas, spacing, QR codes.
				test: /node_modules\/(?!idb\/|valibot\/|ts-fsrs\/|uqr\/|svelte\/src\/attachments\/|@sveltejs\/kit\/src\/runtime\/app\/forms)|vite\/preload-helper|\.svelte-kit/u,
				minShareCount: 2,
				priority: 5
			},
			// A group takes along what it needs, so what every page of a quiz has comes first.
			{
				name: 'shared',
				test: /src\/lib\/ui\/(player\/(?!told|Explained|marks|load|LeftOpen)|article|question|counting|skill-names|trouble\/plain)/u,
				minShareCount: 2,
				priority: 4
			},
			// What marks shares with pages, but for what an attempt has of it: there each byte counts.
			{
				name: 'terms',
				test: /src\/lib\/(article|questions\/(?!ids|form|response\.)|scoring\/(?!rated|certainty|suspicion|profile|fraction)|study\/(?!engine|device|log|parcel-code))/u,
				minShareCount: 2,
				priority: 1
			},
			{
				name: 'taking',
				test: /src\/lib\/(taking\/(?!way)|ui\/taking\/(Taker|OnDevice))/u,
				minShareCount: 2,
				priority: 3
			},
			{
				name: 'study',
				test: /src\/lib\/(study\/(engine|device)|ui\/player\/load)/u,
				minShareCount: 2,
				priority: 1
			},
			{ name: 'words', test: /src\/lib\/ui\/words\.ts/u, minShareCount: 2, priority: 1 },
			{
				name: 'reasons',
				test: /src\/lib\/ui\/(explanation\/|player\/(told|Explained|LeftOpen|marks))/u,
				minShareCount: 2,
				priority: 1
			},
			{
				name: 'forms',
				test: /src\/lib\/ui\/(form|time|account)\/|runtime\/app\/forms|svelte\/src\/attachments/u,
				minShareCount: 2,
				priority: 1
			},
			{
				name: 'figures',
				test: /src\/lib\/(ui\/result\/|questions\/skills)/u,
				minShareCount: 2,
				priority: 1
			},
			{ name: 'sheet', test: /src\/lib\/ui\/sheet\//u, minShareCount: 2, priority: 1 },
			// Comes with the first answer, and the rest of it with the daily session.
			{
				name: 'log',
				test: /src\/lib\/(study\/log|review\/(log|grade)|ui\/study\/(log|record))/u,
				priority: 1
			},
			{
				name: 'daily',
				test: /node_modules\/ts-fsrs|src\/lib\/(review|study\/(session|catalogue)|ui\/study)\/?/u
			},
			// Every page carries the list of all files. A teacher walks through many rooms, so theirs are one.
			{
				name: 'teach',
				test: /src\/(routes\/teach|lib\/ui\/(assign|watch|results|classes|teach))\//u
			}
		];
		// The list also names them, so one hash stands for all: that of the sources, which the version is.
		const folder = folderOf(version).slice(1);
		return {
			...options,
			entryFileNames: `${folder}/[name].js`,
			chunkFileNames: `${folder}/chunks/[name].js`,
			assetFileNames: `${folder}/assets/[name][extname]`,
			codeSplitting: { groups }
		};
	},
	generateBundle: {
		order: 'pre',
		/** Every page has the layout, so the styles of all pages are the layout's and nobody else names them. */
		handler(_options, bundle) {
			const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
			const [shared, layout] = ['shared', 'nodes/0'].map(
				(name) => chunks.find((chunk) => chunk.name === name)?.viteMetadata?.importedCss
			);
			if (!shared || !layout) return;
			const styles = [...shared, ...layout];
			shared.clear();
			layout.clear();
			for (const style of styles) layout.add(style);
		}
	}
};

export default defineConfig({
	plugins: [packs(), sveltekit(), sharedChunks, offlineList(version)],
	build: {
		target: BROWSERS,
		// Every page carries the list of what each page needs. Styles are always in it, since nothing else
		// fetches them; scripts fetch their own parts.
		modulePreload: { resolveDependencies: () => [] },
		// How long each plugin took is no warning that anyone can act on.
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', 'node_modules/**'],
		globalSetup: 'tests/support/postgres.ts',
		// How fast a machine is must not decide: only what hangs runs into these.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { requireAssertions: true }
	}
});
