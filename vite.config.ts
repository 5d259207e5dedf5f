/// <reference types="vitest/config" />
import { sveltekit } from '@sveltejs/kit/vite';
// From 'vite' and not 'vitest/config': a plain `npm start` builds without development packages.
import { defineConfig } from 'vite';
import { packs } from './src/cli/packs-plugin.ts';

/** The oldest browsers that the interface promises to work in. */
const BROWSERS = ['chrome111', 'safari16.4', 'firefox128'];

export default defineConfig({
	plugins: [packs(), sveltekit()],
	build: {
		target: BROWSERS,
		// How long each plugin took is no warning that anyone can act on.
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', 'node_modules/**'],
		expect: { requireAssertions: true }
	}
});
