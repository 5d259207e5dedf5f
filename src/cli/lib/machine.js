// What the commands know about the machine they run on: which Node to use, where a package's
// command lies, how to run a child and how to complain. Runs on Node 20 without packages.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the command was called from. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The server and the tools rely on built-in SQLite, type stripping and argon2. */
const NODE_NEEDED = '24.7';

/** The commands themselves rely on no more than this. */
export const NODE_TO_START = 20;

/** Something the person at the keyboard can put right: shown as one line, never as a stack. */
export class Complaint extends Error {
	/** @override */
	name = 'Complaint';
}

/**
 * Runs a command's main function; whatever goes wrong is one line and exit status 1.
 * @param {() => Promise<number | void>} main answers the exit status
 */
export async function runMain(main) {
	try {
		if (majorOf(process.versions.node) < NODE_TO_START) {
			throw new Complaint(
				`Says Who needs Node ${NODE_TO_START} or newer to start and this is ${process.versions.node}. Install a newer Node from https://nodejs.org and try again.`
			);
		}
		stopWithParent();
		const status = await main();
		if (status !== undefined) process.exitCode = status;
	} catch (error) {
		console.error(messageOf(error));
		process.exitCode = 1;
	}
}

/**
 * npm runs a script through a shell, and a signal to npm ends the shell but never reaches the
 * script: a stopped `npm start` would leave a server on the port. So whoever npm started stops when
 * its parent is gone.
 */
function stopWithParent() {
	const parent = process.ppid;
	if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, 500);
	watch.unref();
}

/** @param {unknown} error */
export function messageOf(error) {
	// By its name: the built server brings its own copy of the class.
	if (error instanceof Error && error.name === 'Complaint') return error.message;
	return `Says Who stopped: ${error instanceof Error ? error.message : String(error)}`;
}

/** @param {unknown} error @returns {string} Node's code for the error, or '' */
export function codeOf(error) {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** @param {string} version such as '24.1.0' */
function majorOf(version) {
	return Number.parseInt(version, 10);
}

/**
 * Whether the server and the tools run on it.
 * @param {string} version such as '24.1.0'
 */
export function isNewEnough(version) {
	const minorOf = (/** @type {string} */ text) => Number.parseInt(text.split('.')[1] ?? '0', 10);
	const [major, needed] = [majorOf(version), majorOf(NODE_NEEDED)];
	return major === needed ? minorOf(version) >= minorOf(NODE_NEEDED) : major > needed;
}

/**
 * @typedef {object} NodeSearch
 * @property {string} [root]
 * @property {string} [running] version of the Node that asks
 * @property {string} [execPath]
 * @property {string} [platform]
 * @property {string} [arch]
 */

/**
 * The Node that runs the server and the tools: this one if it is new enough, else the one that came
 * as an npm package.
 * @param {NodeSearch} [search]
 * @returns {string} path of the binary
 * @throws {Complaint} when there is none
 */
export function findNode(search = {}) {
	const { root = ROOT, running = process.versions.node, execPath = process.execPath } = search;
	const { platform = process.platform, arch = process.arch } = search;
	if (isNewEnough(running)) return execPath;

	const name = packagedNode(platform, arch);
	const file = platform === 'win32' ? 'node.exe' : 'node';
	const bundled = join(root, 'node_modules', name, 'bin', file);
	if (existsSync(bundled)) {
		// A binary for another C library is there and yet cannot start.
		const probe = spawnSync(bundled, ['--version'], { encoding: 'utf8' });
		if (probe.status === 0 && isNewEnough(probe.stdout.replace(/^v/, ''))) return bundled;
	}
	throw new Complaint(
		`Says Who needs Node ${NODE_NEEDED} or newer and this is ${running}; the package ${name} that would bring it ${existsSync(bundled) ? 'does not run here' : 'is not installed'}. Install Node ${NODE_NEEDED} from https://nodejs.org and try again.`
	);
}

/** @param {string} platform @param {string} arch @returns {string} the package that holds a Node for it */
function packagedNode(platform, arch) {
	return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * The version of what findNode finds, without starting it. Inside `npm start` the packaged Node runs
 * the commands as soon as it is installed, so what the first start notes must not depend on which
 * of the two is running.
 * @returns {string} empty when there is none
 */
export function versionOfNode(root = ROOT) {
	if (isNewEnough(process.versions.node)) return process.versions.node;
	const name = packagedNode(process.platform, process.arch);
	const manifest = join(root, 'node_modules', name, 'package.json');
	if (!existsSync(manifest)) return '';
	return /** @type {{ version: string }} */ (readJson(manifest)).version;
}

/** @param {string} path @returns {unknown} */
export function readJson(path) {
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** Commands whose package has another name. */
const PACKAGE_OF = new Map([
	['svelte-kit', '@sveltejs/kit'],
	['playwright', '@playwright/test']
]);

/**
 * @param {string} name a script's path, or a command that an installed package brings
 * @param {string} [root]
 * @returns {string} path of the script
 */
export function resolveScript(name, root = ROOT) {
	if (/\.[cm]?[jt]s$/.test(name)) return resolve(name);
	const folder = join(root, 'node_modules', PACKAGE_OF.get(name) ?? name);
	const manifest = join(folder, 'package.json');
	if (!existsSync(manifest)) {
		throw new Complaint(`There is no command '${name}': run 'npm ci' to install the packages.`);
	}
	const { bin } = /** @type {{ bin?: string | Record<string, string> }} */ (readJson(manifest));
	const path = typeof bin === 'object' ? bin[name] : bin;
	if (path === undefined) throw new Complaint(`The package '${name}' brings no command.`);
	return join(folder, path);
}

/** @type {NodeJS.Signals[]} */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a child on this terminal, passes signals on, and answers its exit status, as a shell counts
 * it: 128 and the signal's number for a child that a signal ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
	return new Promise((settle, reject) => {
		const child = spawn(command, args, { stdio: 'inherit', ...options });
		/** @param {NodeJS.Signals} signal */
		const forward = (signal) => {
			child.kill(signal);
		};
		for (const signal of FORWARDED) process.on(signal, forward);
		const stop = () => {
			for (const signal of FORWARDED) process.off(signal, forward);
		};
		child.once('error', (error) => {
			stop();
			reject(error);
		});
		child.once('close', (code, signal) => {
			stop();
			settle(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
		});
	});
}

/**
 * @param {string} script a path or a package's command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runOnNode(script, args, options = {}) {
	const node = findNode();
	const env = options.env ?? process.env;
	// What the tools start by the name 'node' is then the same Node.
	const PATH = [dirname(node), env['PATH']].filter(Boolean).join(delimiter);
	return run(node, [resolveScript(script), ...args], { ...options, env: { ...env, PATH } });
}
