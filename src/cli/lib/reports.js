// Counts what the test runners report of themselves. A report that cannot be read, a file that could
// not be collected, a test that failed and then passed: each is a failure, never a silence.

/** @typedef {{ passed: number, failed: number, notes: string[] }} Count */

/**
 * @typedef {object} VitestReport
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {{ name?: string, status?: string, message?: string, assertionResults?: { status?: string }[] }[]} [testResults]
 */

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected?: number, unexpected?: number, flaky?: number }} [stats]
 * @property {{ message?: string }[]} [errors]
 */

/**
 * @param {string} runner its name in a note
 * @param {string | undefined} text the report; undefined when there is none
 * @param {number} status the runner's exit status
 * @param {(report: never) => Count} count
 * @returns {Count}
 */
function countReport(runner, text, status, count) {
	/** @type {unknown} */
	let report;
	try {
		report = JSON.parse(text ?? '');
	} catch {
		return { passed: 0, failed: 1, notes: [`${runner} ended without a report.`] };
	}
	const result = count(/** @type {never} */ (report));
	if (result.passed + result.failed === 0) {
		return { passed: 0, failed: 1, notes: [`${runner} ran no test.`] };
	}
	if (status !== 0 && result.failed === 0) {
		const note = `${runner} ended with status ${status} although no test failed.`;
		return { ...result, failed: 1, notes: [...result.notes, note] };
	}
	return result;
}

/**
 * @param {string | undefined} text
 * @param {number} status
 */
export function countVitest(text, status) {
	return countReport('Vitest', text, status, (/** @type {VitestReport} */ report) => {
		const files = report.testResults ?? [];
		// A file that could not be collected is failed without one failed test.
		const uncollected = files.filter(
			(file) =>
				file.status === 'failed' &&
				!file.assertionResults?.some((assertion) => assertion.status === 'failed')
		);
		return {
			passed: report.numPassedTests ?? 0,
			failed: (report.numFailedTests ?? 0) + uncollected.length,
			notes: uncollected.map(
				(file) => `${file.name ?? 'A test file'} could not be run: ${firstLine(file.message)}`
			)
		};
	});
}

/**
 * @param {string | undefined} text
 * @param {number} status
 */
export function countPlaywright(text, status) {
	return countReport('Playwright', text, status, (/** @type {PlaywrightReport} */ report) => {
		const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
		const errors = report.errors ?? [];
		return {
			passed: expected,
			failed: unexpected + flaky + errors.length,
			notes: errors.map((error) => `Playwright: ${firstLine(error.message)}`)
		};
	});
}

/** @param {string | undefined} message */
function firstLine(message) {
	return message?.split('\n', 1)[0] ?? '';
}
