import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Complaint } from './machine.js';
import { addressOf, listenComplaint, parseSettings, prepareDataDir } from './settings.js';

const root = resolve('/project');

describe('parseSettings', () => {
	it('needs no variable at all', () => {
		expect(parseSettings({}, root)).toEqual({
			port: 3000,
			host: undefined,
			dataDir: join(root, 'data'),
			databaseUrl: undefined,
			origins: [],
			bodyLimit: 512 * 1024,
			retentionDays: 30
		});
	});

	it('keeps learners’ data for as many days as it is told, up to a year', () => {
		const days = (text: string) => parseSettings({ RETENTION_DAYS: text }, root).retentionDays;
		expect([days(''), days('1'), days(' 90 '), days('365')]).toEqual([30, 1, 90, 365]);
	});

	it.each(['0', '366', '-1', '30 days', '1.5', 'never'])(
		'refuses RETENTION_DAYS=%s in one line that names the value',
		(value) => {
			const parse = () => parseSettings({ RETENTION_DAYS: value }, root);
			expect(parse).toThrow(Complaint);
			expect(parse).toThrow(`RETENTION_DAYS is '${value}'`);
		}
	);

	it.each(['abc', '-1', '65536', '80.5', '0x50', '3000 4000', '1e3'])(
		'refuses PORT=%s in one line that names the value',
		(port) => {
			expect(() => parseSettings({ PORT: port }, root)).toThrow(Complaint);
			expect(() => parseSettings({ PORT: port }, root)).toThrow(`PORT is '${port}'`);
		}
	);

	it('takes the address of a PostgreSQL', () => {
		for (const url of ['postgres://u:p@db:5432/says_who', 'postgresql://localhost/x'])
			expect(parseSettings({ DATABASE_URL: ` ${url} ` }, root).databaseUrl).toBe(url);
		expect(parseSettings({ DATABASE_URL: '' }, root).databaseUrl).toBeUndefined();
	});

	it('refuses any other DATABASE_URL without repeating it, since it may hold a password', () => {
		for (const url of ['mysql://u:secret@db/x', 'secret', 'postgres://u:secret@db:port/x']) {
			const parse = () => parseSettings({ DATABASE_URL: url }, root);
			expect(parse).toThrow(Complaint);
			expect(parse).toThrow(/^DATABASE_URL must be ((?!secret).)*$/);
		}
	});

	it('reads a list of origins, whichever way they are separated', () => {
		const { origins } = parseSettings({ ORIGIN: 'https://a.example, http://b:8080/' }, root);
		expect(origins).toEqual(['https://a.example', 'http://b:8080']);
	});

	it.each([
		'example.org',
		'ftp://example.org',
		'https://example.org/path',
		'https://u:p@example.org'
	])('refuses ORIGIN=%s', (origin) => {
		expect(() => parseSettings({ ORIGIN: origin }, root)).toThrow(Complaint);
	});

	it('reads the limit on a body with a unit or without', () => {
		const limit = (text: string) => parseSettings({ BODY_SIZE_LIMIT: text }, root).bodyLimit;
		expect([limit('2048'), limit('512K'), limit('2m')]).toEqual([2048, 524288, 2097152]);
		expect(() => limit('Infinity')).toThrow(Complaint);
	});
});

describe('addressOf', () => {
	it('shows localhost where this machine is meant, and the host where another is', () => {
		expect(addressOf(undefined, 3000)).toBe('http://localhost:3000');
		expect(addressOf('0.0.0.0', 3000)).toBe('http://localhost:3000');
		expect(addressOf('192.0.2.7', 3000)).toBe('http://192.0.2.7:3000');
		expect(addressOf('2001:db8::1', 80)).toBe('http://[2001:db8::1]');
	});
});

describe('prepareDataDir', () => {
	it('creates the folder and leaves nothing in it', () => {
		const base = mkdtempSync(join(tmpdir(), 'says-who-data-'));
		const folder = join(base, 'a/b');
		prepareDataDir(folder);
		expect(readdirSync(folder)).toEqual([]);
		rmSync(base, { recursive: true });
	});

	it('says which folder cannot be written', () => {
		const base = mkdtempSync(join(tmpdir(), 'says-who-data-'));
		writeFileSync(join(base, 'file'), '');
		expect(() => {
			prepareDataDir(join(base, 'file/data'));
		}).toThrow(`The data folder ${join(base, 'file/data')} cannot be written`);
		rmSync(base, { recursive: true });
	});
});

describe('listenComplaint', () => {
	it.each([
		['EADDRINUSE', 'Port 3000 is taken'],
		['EACCES', 'may not open port 3000'],
		['EADDRNOTAVAIL', "HOST is '192.0.2.7'"],
		['EFAIL', 'Port 3000 cannot be opened (EFAIL)']
	])('puts %s in one line', (code, words) => {
		const error = Object.assign(new Error('listen'), { code });
		const { message } = listenComplaint(error, { host: '192.0.2.7', port: 3000 });
		expect(message).toContain(words);
		expect(message).not.toContain('\n');
	});
});
