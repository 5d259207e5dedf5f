// What the environment says about serving: PORT, HOST, DATA_DIR, DATABASE_URL, ORIGIN,
// BODY_SIZE_LIMIT, RETENTION_DAYS. Read in one place, before anything slow, so that a slip costs one line and no waiting.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Complaint, codeOf } from './machine.js';

/**
 * @typedef {object} Settings
 * @property {number} port 0 stands for any free one
 * @property {string | undefined} host undefined: every address of this machine
 * @property {string} dataDir absolute
 * @property {string | undefined} databaseUrl of a PostgreSQL; undefined: SQLite in dataDir
 * @property {readonly string[]} origins as ORIGIN lists them; empty: derived from host and port
 * @property {number} bodyLimit bytes
 * @property {number} retentionDays how long learners' data are kept after their class has ended
 */

const DEFAULT_BODY_LIMIT = 512 * 1024;
const DEFAULT_RETENTION = 30;
const LONGEST_RETENTION = 365;

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} root the project's folder, which the data lie in unless DATA_DIR says otherwise
 * @returns {Settings}
 * @throws {Complaint} naming the variable, what it holds and what it may hold
 */
export function parseSettings(env, root) {
	return {
		port: parsePort(env['PORT']),
		host: env['HOST']?.trim() || undefined,
		dataDir: resolve(env['DATA_DIR']?.trim() || join(root, 'data')),
		databaseUrl: parseDatabaseUrl(env['DATABASE_URL']),
		origins: parseOrigins(env['ORIGIN']),
		bodyLimit: parseBodyLimit(env['BODY_SIZE_LIMIT']),
		retentionDays: parseRetention(env['RETENTION_DAYS'])
	};
}

/** @param {string | undefined} text */
function parsePort(text) {
	const value = text?.trim() || '3000';
	const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
	if (port >= 0 && port <= 65535) return port;
	throw new Complaint(
		`PORT is '${value}' and must be a whole number from 0 to 65535: set it, for example PORT=3000, or leave it out.`
	);
}

/** @param {string | undefined} text */
function parseDatabaseUrl(text) {
	const value = text?.trim();
	if (!value) return undefined;
	if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
	// It may hold a password, so the line does not repeat it.
	throw new Complaint(
		'DATABASE_URL must be the address of a PostgreSQL database: set it, for example DATABASE_URL=postgres://user:password@localhost:5432/says_who, or leave it out.'
	);
}

/** @param {string | undefined} text */
function parseOrigins(text) {
	return (text ?? '')
		.split(/[\s,]+/)
		.filter(Boolean)
		.map((entry) => {
			const url = URL.canParse(entry) ? new URL(entry) : undefined;
			const named = url !== undefined && /^https?:$/.test(url.protocol);
			if (named && url.href === `${url.origin}/`) return url.origin;
			throw new Complaint(
				`ORIGIN holds '${entry}' and must list web addresses without a path: set it, for example ORIGIN=https://quiz.example.org, or leave it out.`
			);
		});
}

/** @param {string | undefined} text */
function parseBodyLimit(text) {
	const value = text?.trim();
	if (!value) return DEFAULT_BODY_LIMIT;
	const match = /^(\d+)([KMG]?)$/i.exec(value);
	if (match?.[1] === undefined) {
		throw new Complaint(
			`BODY_SIZE_LIMIT is '${value}' and must be a number of bytes, such as 524288, 512K or 2M.`
		);
	}
	const power = { '': 0, K: 1, M: 2, G: 3 }[match[2]?.toUpperCase() ?? ''] ?? 0;
	return Number(match[1]) * 1024 ** power;
}

/** @param {string | undefined} text */
function parseRetention(text) {
	const value = text?.trim();
	if (!value) return DEFAULT_RETENTION;
	const days = /^\d{1,3}$/.test(value) ? Number(value) : NaN;
	if (days >= 1 && days <= LONGEST_RETENTION) return days;
	throw new Complaint(
		`RETENTION_DAYS is '${value}' and must be a whole number of days from 1 to ${LONGEST_RETENTION}: set it, for example RETENTION_DAYS=90, or leave it out for ${DEFAULT_RETENTION}.`
	);
}

/**
 * The address to show and, unless ORIGIN says otherwise, the one links are built from.
 * @param {string | undefined} host
 * @param {number} port
 */
export function addressOf(host, port) {
	const everyone = host === undefined || ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host);
	const name = everyone ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	return `http://${name}${port === 80 ? '' : `:${port}`}`;
}

/**
 * Creates the folder where everything that must outlive the server lies, and proves it by writing.
 * @param {string} folder
 */
export function prepareDataDir(folder) {
	const probe = join(folder, `.probe-${process.pid}`);
	try {
		mkdirSync(folder, { recursive: true });
		writeFileSync(probe, 'probe');
		rmSync(probe);
	} catch (error) {
		throw new Complaint(
			`The data folder ${folder} cannot be written (${codeOf(error) || 'unknown reason'}): make it writable or set DATA_DIR to another folder.`
		);
	}
}

/**
 * @param {unknown} error what listening ran into
 * @param {Pick<Settings, 'host' | 'port'>} settings
 * @returns {Complaint}
 */
export function listenComplaint(error, { host, port }) {
	const code = codeOf(error);
	if (code === 'EADDRINUSE') {
		return new Complaint(
			`Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${port + 1 > 65535 ? 3000 : port + 1}.`
		);
	}
	if (code === 'EACCES') {
		return new Complaint(
			`This account may not open port ${port}: choose one above 1023, for example PORT=3000.`
		);
	}
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return new Complaint(
			`HOST is '${host ?? ''}' and is no address of this machine: set another, or leave it out.`
		);
	}
	return new Complaint(`Port ${port} cannot be opened (${code || 'unknown reason'}).`);
}

/**
 * Opens the port and closes it again, so that a taken one is noticed before a build and not after.
 * @param {Pick<Settings, 'host' | 'port'>} settings
 * @returns {Promise<void>}
 */
export function provePort(settings) {
	return new Promise((settle, reject) => {
		const server = createServer();
		server.once('error', (error) => {
			reject(listenComplaint(error, settings));
		});
		server.listen(settings.port, settings.host, () => {
			server.close(() => {
				settle();
			});
		});
	});
}
