// Which packages are missing, and getting them. What npm noted of its last install is compared with
// the lock file package by package, so a full install also serves a command that needs less, and a
// second start asks npm nothing.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint, codeOf, readJson, run } from './machine.js';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string | string[]} [libc]
 */

/** @typedef {Record<string, LockedPackage>} Packages keyed by folder, such as 'node_modules/vite' */

/** Says for which lock file an install came to its end, whatever optional package it did without. */
const STAMP = 'node_modules/.says-who-installed';

/** @param {string} path @returns {Packages} */
function readPackages(path) {
	if (!existsSync(path)) return {};
	try {
		return /** @type {{ packages?: Packages }} */ (readJson(path)).packages ?? {};
	} catch {
		return {};
	}
}

/**
 * @param {string | string[] | undefined} rule npm's: names, or '!name' for all but that one
 * @param {string} name
 */
function admits(rule, name) {
	const list = rule === undefined ? [] : [rule].flat();
	if (list.includes(name)) return true;
	return !list.includes(`!${name}`) && list.every((entry) => entry.startsWith('!'));
}

/**
 * @typedef {object} Wanted
 * @property {boolean} dev development packages too
 * @property {boolean} optional optional packages too, where they fit this machine
 * @property {string} [platform]
 * @property {string} [arch]
 */

/**
 * The folders that the lock file asks for and that are absent or hold another version.
 * @param {Packages} locked
 * @param {Packages} installed what npm noted of its last install
 * @param {Wanted} wanted
 * @param {(folder: string) => boolean} isThere
 * @returns {string[]}
 */
export function missingPackages(locked, installed, wanted, isThere) {
	const { dev, optional, platform = process.platform, arch = process.arch } = wanted;
	return Object.entries(locked)
		.filter(([folder, entry]) => {
			if (folder === '' || entry.link === true) return false;
			if (entry.dev === true && !dev) return false;
			if (entry.optional === true || entry.devOptional === true) {
				// Which C library this is npm knows better: such packages are left to it.
				if (!optional || entry.libc !== undefined) return false;
				if (!admits(entry.os, platform) || !admits(entry.cpu, arch)) return false;
				if (entry.devOptional === true && !dev) return false;
			}
			const present = installed[folder];
			if (present === undefined || present.version !== entry.version) return true;
			return present.integrity !== entry.integrity || !isThere(folder);
		})
		.map(([folder]) => folder);
}

/**
 * Installs what the lock file asks for, if anything is missing.
 * @param {string} root
 * @param {{ dev: boolean }} wanted
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function installMissing(root, { dev }) {
	const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
	if (!isIncomplete(root, dev, installed)) return false;
	// Development packages that are there stay: whoever develops here would have to fetch them again.
	const keepDev = Object.values(installed).some((entry) => entry.dev === true);
	await npmCi(root, dev || keepDev);
	noteInstalled(root);
	return true;
}

/**
 * Notes that an install came to its end: what it did without was left out for good.
 * @param {string} root
 */
export function noteInstalled(root) {
	writeFileSync(join(root, STAMP), stampOf(root));
}

/**
 * @param {string} root
 * @param {boolean} dev
 * @param {Packages} [installed]
 */
export function isIncomplete(
	root,
	dev,
	installed = readPackages(join(root, 'node_modules/.package-lock.json'))
) {
	const stamp = join(root, STAMP);
	const optional = !(existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root));
	const locked = readPackages(join(root, 'package-lock.json'));
	/** @param {string} folder */
	const isThere = (folder) => existsSync(join(root, folder, 'package.json'));
	return missingPackages(locked, installed, { dev, optional }, isThere).length > 0;
}

/** @param {string} root */
function stampOf(root) {
	const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
	return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`;
}

/**
 * @param {string} root
 * @param {boolean} dev
 */
async function npmCi(root, dev) {
	console.log('Installing packages: the first time this takes a minute.');
	// npm warns of packages that its own Node is too old for, and they run on another.
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	const args = ['ci', dev ? '--include=dev' : '--omit=dev', ...quiet];
	// Inside `npm start` npm says where it is itself, which also holds where 'npm' is a batch file.
	const npm = process.env['npm_execpath'];
	const own = npm?.endsWith('.js') === true && existsSync(npm);
	// The Node that npm itself runs on: the packaged one is about to be deleted and fetched again.
	const node = process.env['npm_node_execpath'] ?? process.execPath;
	/** @type {number} */
	let status;
	try {
		status = own
			? await run(node, [npm, ...args], { cwd: root })
			: await run('npm', args, { cwd: root, shell: process.platform === 'win32' });
	} catch (error) {
		throw new Complaint(
			codeOf(error) === 'ENOENT'
				? "npm is not installed: get it with Node from https://nodejs.org, then run 'npm start' again."
				: `npm could not be started (${codeOf(error)}).`
		);
	}
	if (status !== 0) {
		throw new Complaint(
			"The packages could not be installed: see npm's message above, check the network and the registry setting, and try again."
		);
	}
}
