import adapter from '@sveltejs/adapter-node';
import { fingerprintSources } from './src/cli/lib/fingerprint.js';

/**
 * Kit's route announcer is the one element with a style attribute. A test computes this hash from
 * Kit's source, so that an upgrade that changes the attribute is noticed.
 */
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** The one script in the page itself, in app.html: it sets the text before it is drawn. Tested too. */
const READING_SCRIPT = 'sha256-VJgjzNlG2YSAFjDrIJgRSb34i/6QOdNAnDV5XAXcPY0=';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		// Absolute addresses stay right on an error page at any depth.
		paths: { relative: false },
		// Named after the sources and not after the clock: equal sources give equal builds.
		version: { name: fingerprintSources(import.meta.dirname).slice(0, 16), pollInterval: 0 },
		// Only pages of learners who have joined need it: OnDevice.svelte registers it there.
		serviceWorker: { register: false },
		// What is prerendered says so itself; the pages that it links to are somebody's.
		prerender: { crawl: false },
		// Our own check (server/http/origin.ts) covers every method and kind of body, and several origins.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			// A nonce on every rendered page; a hash where a page is prerendered and no nonce can be.
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', READING_SCRIPT],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'font-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};

export default config;
