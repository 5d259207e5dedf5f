/// <reference types="vitest/config" />
import { sveltekit } from '@sveltejs/kit/vite';
// From 'vite' and not 'vitest/config': a plain `npm start` builds without development packages.
import { defineConfig, type Plugin } from 'vite';
import { packs } from './src/cli/packs-plugin.ts';

/** The oldest browsers that the interface promises to work in. */
const BROWSERS = ['chrome111', 'safari16.4', 'firefox128'];

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
				test: /node_modules|vite\/preload-helper|\.svelte-kit/u,
				minShareCount: 2,
				priority: 3
			},
			// A group takes along what it needs, so what every page of a quiz has comes first.
			{
				name: 'shared',
				test: /src\/lib\/(study\/(engine|device)|ui\/(player|article|question|counting|skill-names))/u,
				minShareCount: 2,
				priority: 2
			},
			{ name: 'words', test: /src\/lib\/ui\/words\.ts/u, minShareCount: 2, priority: 1 },
			{ name: 'reasons', test: /src\/lib\/ui\/explanation\//u, minShareCount: 2 }
		];
		return { ...options, codeSplitting: { groups } };
	}
};

export default defineConfig({
	plugins: [packs(), sveltekit(), sharedChunks],
	build: {
		target: BROWSERS,
		// How long each plugin took is no warning that anyone can act on.
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', 'node_modules/**'],
		globalSetup: 'tests/support/postgres.ts',
		expect: { requireAssertions: true }
	}
});
