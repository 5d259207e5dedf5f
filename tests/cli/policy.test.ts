// What the page may load, as svelte.config.js sets it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../svelte.config.js';

const root = join(import.meta.dirname, '../..');
const directives = config.kit?.csp?.directives ?? {};

describe('the content security policy', () => {
	it("allows exactly the style attribute of Kit's route announcer", () => {
		const writer = join(root, 'node_modules/@sveltejs/kit/src/core/sync/write_root.js');
		const source = readFileSync(writer, 'utf8');
		const [, style = ''] = /id="svelte-announcer"[^>]*\sstyle="([^"]*)"/.exec(source) ?? [];
		const hash = createHash('sha256').update(style).digest('base64');
		expect(directives['style-src-attr']).toEqual(['unsafe-hashes', `sha256-${hash}`]);
	});

	it('allows exactly the one script of app.html', () => {
		const page = readFileSync(join(root, 'src/app.html'), 'utf8');
		const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)];
		expect(scripts).toHaveLength(1);
		const hash = createHash('sha256')
			.update(scripts[0]?.[1] ?? '')
			.digest('base64');
		expect(directives['script-src']).toEqual(['self', `sha256-${hash}`]);
	});

	it('allows no other inline script or style and no code made from text', () => {
		const everything = JSON.stringify(directives);
		expect(everything).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
	});

	it('names the build after its sources alone', () => {
		expect(config.kit?.version?.name).toMatch(/^[0-9a-f]{16}$/);
		expect(config.kit?.version?.pollInterval).toBe(0);
	});
});
