import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePath, signInPath } from './way-back.ts';

describe('the way back after signing in', () => {
	it('leads to the page that was asked for, with what was asked of it', () => {
		const asked = new URL('http://localhost:3000/teach/classes/abc?tab=2&x=%26');
		const { searchParams } = new URL(signInPath(asked), asked);
		expect(safePath(searchParams.get('to'))).toBe('/teach/classes/abc?tab=2&x=%26');
	});

	it.each([
		null,
		'',
		'teach',
		'https://evil.example',
		'//evil.example',
		'/\\evil.example',
		'/\t/evil.example',
		'/.//evil.example',
		'/x/..//evil.example',
		'javascript:alert(1)'
	])('leads home instead of to %j', (to) => {
		expect(safePath(to)).toBe('/teach');
	});

	it('never leaves the site, whatever is asked', () => {
		const part = fc.constantFrom(
			'/',
			'\\',
			'.',
			'..',
			'\t',
			'\n',
			'%2f',
			'@',
			':',
			'evil.example',
			'x'
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
				const path = safePath(`/${parts.join('')}`);
				expect(new URL(path, 'http://localhost:3000').origin).toBe('http://localhost:3000');
			}),
			{ numRuns: 2000 }
		);
	});
});
