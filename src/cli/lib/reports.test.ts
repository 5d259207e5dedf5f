import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './reports.js';

const counts = ({ passed, failed }: { passed: number; failed: number }) => ({ passed, failed });

describe('countVitest', () => {
	const report = (passed: number, failed: number, testResults: unknown[] = []) =>
		JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults });

	it('takes the numbers from the report', () => {
		expect(counts(countVitest(report(7, 0), 0))).toEqual({ passed: 7, failed: 0 });
		expect(counts(countVitest(report(7, 2), 1))).toEqual({ passed: 7, failed: 2 });
	});

	it('counts a file that could not be collected as one failure and names it', () => {
		const broken = { name: 'a.test.ts', status: 'failed', message: 'no such module\nat x' };
		const result = countVitest(report(7, 0, [{ ...broken, assertionResults: [] }]), 1);
		expect(counts(result)).toEqual({ passed: 7, failed: 1 });
		expect(result.notes).toEqual(['a.test.ts could not be run: no such module']);
	});

	it('does not count a file twice whose tests failed', () => {
		const file = { status: 'failed', assertionResults: [{ status: 'failed' }] };
		expect(countVitest(report(3, 1, [file]), 1).failed).toBe(1);
	});

	it.each([
		['there is no report', undefined],
		['the report is cut off', '{"numPassed'],
		['no test ran', JSON.stringify({ numPassedTests: 0, numFailedTests: 0 })]
	])('is a failure when %s, whatever the exit status', (_, text) => {
		expect(counts(countVitest(text, 0))).toEqual({ passed: 0, failed: 1 });
	});

	it('is a failure when the runner failed outside of any test', () => {
		expect(counts(countVitest(report(7, 0), 1))).toEqual({ passed: 7, failed: 1 });
	});
});

describe('countPlaywright', () => {
	const report = (stats: object, errors: object[] = []) => JSON.stringify({ stats, errors });

	it('counts a test that passed only at a second try as failed', () => {
		const result = countPlaywright(report({ expected: 4, unexpected: 1, flaky: 2 }), 1);
		expect(counts(result)).toEqual({ passed: 4, failed: 3 });
	});

	it('counts an error outside of any test, such as a server that did not start', () => {
		const result = countPlaywright(report({ expected: 0 }, [{ message: 'No server\nstack' }]), 1);
		expect(counts(result)).toEqual({ passed: 0, failed: 1 });
		expect(result.notes).toEqual(['Playwright: No server']);
	});

	it('is a failure when every test was skipped', () => {
		expect(countPlaywright(report({ expected: 0, skipped: 9 }), 0).failed).toBe(1);
	});
});
