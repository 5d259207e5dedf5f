import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintSources } from './fingerprint.js';

describe('fingerprintSources', () => {
	let root = '';
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'says-who-fingerprint-'));
		write('src/lib/a.ts', 'one');
		write('questions/pack/article.txt', 'words');
	});
	afterEach(() => {
		rmSync(root, { recursive: true });
	});

	it.each(['src/lib/a.ts', 'questions/pack/article.txt', 'static/icon.svg', 'package-lock.json'])(
		'changes when %s changes',
		(path) => {
			const before = fingerprintSources(root);
			write(path, 'two');
			expect(fingerprintSources(root)).not.toBe(before);
		}
	);

	it('is the same after a new checkout, which changes only times', () => {
		const before = fingerprintSources(root);
		utimesSync(join(root, 'src/lib/a.ts'), 1, 1);
		expect(fingerprintSources(root)).toBe(before);
	});

	it('ignores tests and what is not built', () => {
		const before = fingerprintSources(root);
		write('src/lib/a.test.ts', 'a test');
		write('README.md', 'words');
		write('data/file', 'a row');
		expect(fingerprintSources(root)).toBe(before);
	});

	it('tells a moved byte between two files apart', () => {
		write('src/lib/b.ts', 'x');
		const before = fingerprintSources(root);
		write('src/lib/a.ts', 'on');
		write('src/lib/b.ts', 'ex');
		expect(fingerprintSources(root)).not.toBe(before);
	});
});
