import { describe, expect, it } from 'vitest';
import { copyProject, startCommand, type Environment } from './project.ts';

function runNode(args: readonly string[], env: Environment = {}, script?: string) {
	const project = copyProject();
	if (script !== undefined) project.write('script.ts', script);
	return startCommand(project, env, ['src/cli/node.js', ...args]);
}

describe('node.js', () => {
	it('runs TypeScript on a Node that is new enough, with its arguments and exit status', async () => {
		const script = `const [first]: string[] = process.argv.slice(2);
			console.log(first, Number.parseInt(process.versions.node) >= 24);
			process.exitCode = 7;`;
		const command = runNode(['script.ts', '--flag=a b'], {}, script);
		expect(await command.ended).toBe(7);
		expect(command.printed()).toBe('--flag=a b true\n');
	});

	it("runs a package's command", async () => {
		const command = runNode(['vite', '--version']);
		expect(await command.ended).toBe(0);
		expect(command.printed()).toMatch(/^vite\/\d+/);
	});

	it('passes a signal on and waits for what the script makes of it', async () => {
		const script = `process.on('SIGTERM', () => { console.log('closing'); process.exit(3); });
			setInterval(() => undefined, 1000);
			console.log('ready');`;
		const command = runNode(['script.ts'], {}, script);
		await command.prints(/ready/);
		command.process.kill('SIGTERM');
		expect(await command.ended).toBe(3);
		expect(command.printed()).toBe('ready\nclosing\n');
	});

	it('says in one line that a command is unknown', async () => {
		const command = runNode(['no-such-command']);
		expect(await command.ended).toBe(1);
		expect(command.printed()).toMatch(/^There is no command 'no-such-command': .*\n$/);
	});
});
