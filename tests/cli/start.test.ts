// The promises of `npm start`, each kept by the real command in a copy of the project.

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressFrom, copyProject, startCommand, type Environment } from './project.ts';

const HAND_MADE_STAMP = 'build/.made-from';

async function runToEnd(env: Environment, project = copyProject()) {
	const command = startCommand(project, env);
	const status = await command.ended;
	return { status, printed: command.printed() };
}

describe('a start', () => {
	it('builds what is not built, serves it, and stops with status 0 when told to', async () => {
		const project = copyProject();
		const command = startCommand(project);
		const address = await addressFrom(command);

		const response = await fetch(address, { headers: { host: 'evil.example' } });

		expect(await response.text()).toBe(`hello from http://localhost:${new URL(address).port}`);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		command.process.kill('SIGTERM');
		expect(await command.ended).toBe(0);
	});

	it('prints only the address the second time: it neither installs nor builds', async () => {
		const project = copyProject();
		const first = startCommand(project);
		await addressFrom(first);

		const second = startCommand(project);
		await addressFrom(second);

		expect(second.printed()).toMatch(/^Says Who is at http:\/\/localhost:\d+\n$/);
		expect(project.read('builds.log')).toBe('built\n');
	});

	it('builds again when a source has changed', async () => {
		const project = copyProject();
		await addressFrom(startCommand(project));
		project.write('questions/pack/article.txt', 'another word');
		await addressFrom(startCommand(project));
		expect(project.read('builds.log')).toBe('built\nbuilt\n');
	});

	it('does not take an interrupted build for a whole one', async () => {
		const project = copyProject();
		project.setBuilder(`${project.builder} process.kill(process.pid, 'SIGKILL');`);
		const interrupted = await runToEnd({}, project);
		expect(interrupted.status).toBe(1);
		expect(() => project.read(HAND_MADE_STAMP)).toThrow('ENOENT');

		const second = await runToEnd({}, project);
		expect(second.status).toBe(1);
		expect(project.read('builds.log')).toBe('built\nbuilt\n');
	});

	it('builds once when two are started at once', async () => {
		const project = copyProject();
		const both = [startCommand(project), startCommand(project)];
		await Promise.all(both.map(addressFrom));
		expect(project.read('builds.log')).toBe('built\n');
	});

	it('is not held up by the lock of a command that was killed', async () => {
		const project = copyProject();
		// No process has this number: it is above what any system gives out.
		project.write('.start-lock/pid', '99999999');
		await addressFrom(startCommand(project));
		expect(project.read('builds.log')).toBe('built\n');
	});

	it('works with NODE_ENV=production in the environment', async () => {
		const command = startCommand(copyProject(), { NODE_ENV: 'production' });
		expect((await fetch(await addressFrom(command))).status).toBe(200);
	});

	it.skipIf(process.platform === 'win32')(
		'leaves no server behind when npm is killed and its shell with it',
		async () => {
			const env = { npm_lifecycle_event: 'start', NODE: process.execPath };
			const script = '"$NODE" src/cli/start.js; true';
			const shell = startCommand(copyProject(), env, ['-c', script], 'sh');
			const address = await addressFrom(shell);
			shell.process.kill('SIGKILL');
			// The server holds the shell's output open: it ends when the server does.
			await shell.ended;
			await expect(fetch(address)).rejects.toThrow();
		}
	);
});

describe('a start that cannot be', () => {
	const oneLine = (text: RegExp) =>
		expect.stringMatching(new RegExp(`^${text.source}\\n$`)) as string;

	it('says in one line that the port is taken, before it builds', async () => {
		const other = createServer();
		await new Promise<void>((settle) => other.listen(0, '127.0.0.1', settle));
		onTestFinished(() => {
			other.close();
		});
		const port = String((other.address() as AddressInfo).port);
		const project = copyProject();
		expect(await runToEnd({ PORT: port }, project)).toEqual({
			status: 1,
			printed: oneLine(/Port \d+ is taken by another program: .* PORT=\d+\./)
		});
		expect(() => project.read('builds.log')).toThrow('ENOENT');
	});

	it.each<[string, Environment, RegExp]>([
		['the port is no number', { PORT: 'abc' }, /PORT is 'abc' and must be .*/],
		['the origin is no address', { ORIGIN: 'localhost' }, /ORIGIN holds 'localhost' and must .*/],
		['the host is elsewhere', { HOST: '192.0.2.1' }, /HOST is '192.0.2.1' and is no address .*/]
	])('says in one line that %s', async (_, env, line) => {
		expect(await runToEnd(env)).toEqual({ status: 1, printed: oneLine(line) });
	});

	it('says in one line that the data folder cannot be written', async () => {
		const project = copyProject();
		project.write('file', '');
		const folder = join(project.root, 'file/data');
		expect(await runToEnd({ DATA_DIR: folder }, project)).toEqual({
			status: 1,
			printed: oneLine(/The data folder \S+ cannot be written \(ENOTDIR\): .* DATA_DIR .*/)
		});
	});

	it("shows the build's own words and says that nothing is served", async () => {
		const project = copyProject();
		project.setBuilder("console.error('facts.yaml:7: no such sentence'); process.exitCode = 1;");
		const { status, printed } = await runToEnd({}, project);
		expect(status).toBe(1);
		expect(printed).toContain('facts.yaml:7: no such sentence\nThe build failed:');
		expect(printed).not.toMatch(/^\s+at /m);
	});

	it('says that the packages could not be installed', async () => {
		const project = copyProject({ packages: false });
		project.write('npm.js', "console.error('npm error network'); process.exitCode = 1;");
		const npm = { npm_execpath: join(project.root, 'npm.js') };
		const { status, printed } = await runToEnd(npm, project);
		expect(status).toBe(1);
		expect(printed).toMatch(/npm error network\nThe packages could not be installed: .*\n$/);
	});

	it('says that npm is missing', async () => {
		const project = copyProject({ packages: false });
		const nowhere = { PATH: project.root, npm_execpath: undefined };
		const { status, printed } = await runToEnd(nowhere, project);
		expect(status).toBe(1);
		expect(printed).toMatch(/npm is not installed: .*\n$/);
	});
});
