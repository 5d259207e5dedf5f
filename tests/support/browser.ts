// Finds a Chromium for the tests, wherever there is one: named by CHROMIUM_PATH, Playwright's own
// download, the system's, or the one inside an npm package, which needs neither network nor root.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { unpackChromium } from './packaged-chromium.ts';

export interface Browser {
	path: string;
	/** Where it comes from, in words for the log. */
	origin: string;
	/** Chromium's own sandbox works for this account on this machine. */
	sandbox: boolean;
	/** Variables that the browser's process needs. */
	env: Record<string, string>;
}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const SYSTEM_PATHS = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** The tests' pages are all on this machine: whatever else Chromium would ask for is noise. */
export const LAUNCH_FLAGS = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--disable-quic',
	'--disable-sync',
	'--no-first-run',
	'--no-pings',
	'--font-render-hinting=none'
];

type Found = Pick<Browser, 'path' | 'origin'> & { env?: Record<string, string> };

/** Set by the first search of a test run, so that the workers it starts neither search nor unpack. */
const HANDED_DOWN = 'SAYS_WHO_BROWSER';

/** @throws when there is none; the message says what would help */
export async function findBrowser(): Promise<Browser> {
	const known = process.env[HANDED_DOWN];
	if (known !== undefined) return JSON.parse(known) as Browser;

	const found = named() ?? downloaded() ?? installed() ?? (await packaged());
	const env = found.env ?? {};
	const browser = { ...found, env, sandbox: await isSandboxed(found.path, env) };
	process.env[HANDED_DOWN] = JSON.stringify(browser);
	process.stderr.write(`Browser: ${browser.path} (${browser.origin})\n`);
	return browser;
}

function named(): Found | undefined {
	const path = process.env['CHROMIUM_PATH'];
	if (!path) return undefined;
	if (!existsSync(path)) throw new Error(`CHROMIUM_PATH names ${path}, and there is no such file.`);
	return { path, origin: 'named by CHROMIUM_PATH' };
}

function downloaded(): Found | undefined {
	const path = chromium.executablePath();
	return existsSync(path) ? { path, origin: "Playwright's own" } : undefined;
}

function installed(): Found | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
	const candidates = folders.flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)));
	const path = [...candidates, ...SYSTEM_PATHS].find((candidate) => existsSync(candidate));
	return path === undefined ? undefined : { path, origin: "the system's" };
}

async function packaged(): Promise<Found> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(
			"There is no browser for the tests: install Chromium or Chrome, run 'npx playwright install chromium', or name one with CHROMIUM_PATH."
		);
	}
	return { ...(await unpackChromium()), origin: 'from the package @sparticuz/chromium' };
}

/** An administrator's browser has no sandbox; for others only a try tells, as the kernel decides. */
async function isSandboxed(path: string, env: Record<string, string>): Promise<boolean> {
	if (process.getuid?.() === 0) return false;
	try {
		const browser = await chromium.launch({
			executablePath: path,
			args: LAUNCH_FLAGS,
			env: { ...process.env, ...env },
			chromiumSandbox: true,
			timeout: 20_000
		});
		await browser.close();
		return true;
	} catch {
		return false;
	}
}
