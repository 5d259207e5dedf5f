import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { LAUNCH_FLAGS, findBrowser } from './support/browser.ts';

const browser = await findBrowser();

// The configuration is read again in every worker, and only the first reading starts the server.
process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'says-who-e2e-'));

export default defineConfig({
	testDir: 'e2e',
	outputDir: resolve(import.meta.dirname, '../test-results'),
	fullyParallel: true,
	workers: 2,
	// A test that fails once in a while is a failing test.
	retries: 0,
	// How fast a machine is must not decide: only what hangs runs into these.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	forbidOnly: true,
	globalTimeout: 20 * 60_000,
	reporter: 'list',
	use: {
		// The server takes any free port. What it prints sets this variable before the workers, which
		// run the tests, read the configuration.
		baseURL: `http://localhost:${process.env['E2E_PORT'] ?? ''}`,
		launchOptions: {
			executablePath: browser.path,
			args: LAUNCH_FLAGS,
			chromiumSandbox: browser.sandbox,
			env: { ...process.env, ...browser.env }
		}
	},
	projects: [
		{ name: 'desktop', use: devices['Desktop Chrome'] },
		// The learner's way once more under the thumb: there the article lies under a sheet.
		{
			name: 'phone',
			testMatch: /(learner|no-script)\.spec\.ts/u,
			use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } }
		}
	],
	webServer: {
		command: 'node src/cli/node.js src/cli/serve.ts',
		cwd: resolve(import.meta.dirname, '..'),
		wait: { stdout: /Says Who is at http:\/\/localhost:(?<e2e_port>\d+)/ },
		env: { PORT: '0', DATA_DIR: process.env['E2E_DATA_DIR'], DATABASE_URL: '' },
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		stdout: 'ignore',
		stderr: 'pipe'
	}
});
