// One command at a time installs or builds in this folder. The lock is a folder, since creating one
// is atomic everywhere; it names its holder, so that what a killed command left behind is noticed.

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint, codeOf } from './machine.js';

const PAUSE = 200;

/** Milliseconds after which a lock that names no holder was left by a command that was killed. */
const NAMELESS_FOR = 5000;

/**
 * Holds the lock while `work` runs; waits for another holder first.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, work) {
	const lock = join(root, '.start-lock');
	let told = false;
	while (!take(lock)) {
		if (isAbandoned(lock)) {
			clearAway(lock);
			continue;
		}
		if (!told) console.log('Another command is installing or building here: waiting for it.');
		told = true;
		await new Promise((settle) => setTimeout(settle, PAUSE));
	}
	const release = () => {
		rmSync(lock, { recursive: true, force: true });
	};
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		release();
	}
}

/** @param {string} lock */
function take(lock) {
	try {
		mkdirSync(lock);
		writeFileSync(join(lock, 'pid'), String(process.pid));
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw new Complaint(
			`The project's folder cannot be written (${codeOf(error) || 'unknown reason'}): make it writable for this account.`
		);
	}
}

/** @param {string} lock @returns {number | undefined} */
function holderOf(lock) {
	try {
		return Number(readFileSync(join(lock, 'pid'), 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

/** @param {string} lock */
function isAbandoned(lock) {
	const holder = holderOf(lock);
	if (holder === undefined) {
		try {
			return Date.now() - statSync(lock).mtimeMs > NAMELESS_FOR;
		} catch {
			return false;
		}
	}
	try {
		process.kill(holder, 0);
		return false;
	} catch (error) {
		return codeOf(error) === 'ESRCH';
	}
}

/**
 * Moves the abandoned lock aside before deleting it: of two commands that find it, one succeeds, and
 * the other goes on waiting.
 * @param {string} lock
 */
function clearAway(lock) {
	const aside = `${lock}-${process.pid}`;
	try {
		renameSync(lock, aside);
		rmSync(aside, { recursive: true, force: true });
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
	}
}
