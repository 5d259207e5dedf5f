import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { LAUNCH_FLAGS, findBrowser } from './support/browser.ts';

const PORT = 4173;

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
	forbidOnly: true,
	globalTimeout: 20 * 60_000,
	reporter: 'list',
	use: {
		baseURL: `http://localhost:${PORT}`,
		launchOptions: {
			executablePath: browser.path,
			args: LAUNCH_FLAGS,
			chromiumSandbox: browser.sandbox,
			env: { ...process.env, ...browser.env }
		}
	},
	projects: [{ name: 'desktop', use: devices['Desktop Chrome'] }],
	webServer: {
		command: 'node src/cli/node.js src/cli/serve.ts',
		cwd: resolve(import.meta.dirname, '..'),
		url: `http://localhost:${PORT}/`,
		env: { PORT: String(PORT), DATA_DIR: process.env['E2E_DATA_DIR'] },
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		// A server of somebody else's would answer with somebody else's build.
		reuseExistingServer: false,
		stdout: 'ignore',
		stderr: 'pipe'
	}
});
