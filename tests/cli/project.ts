// A small copy of the project for the tests of the commands: the real commands and packages, and a
// build that a stub makes, so that no test touches the build of this folder.

import { spawn, type ChildProcess } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { noteInstalled } from '../../src/cli/lib/install.js';

const origin = resolve(import.meta.dirname, '../..');

/** What stands in for Vite: notes that it ran, and leaves a server that greets. */
const BUILDER = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('builds.log', 'built\\n');
mkdirSync('build', { recursive: true });
writeFileSync('build/handler.js', \`export const handler = (request, response) => {
	response.end('hello from ' + process.env.ORIGIN);
};\`);
`;

export interface Project {
	root: string;
	write: (path: string, text: string) => void;
	read: (path: string) => string;
	setBuilder: (script: string) => void;
	builder: string;
}

export function copyProject({ packages = true } = {}): Project {
	const root = mkdtempSync(join(tmpdir(), 'says-who-cli-'));
	onTestFinished(() => {
		rmSync(root, { recursive: true, force: true });
	});
	for (const path of ['package.json', 'package-lock.json', 'src/cli', 'src/lib/server/http']) {
		cpSync(join(origin, path), join(root, path), { recursive: true });
	}
	if (packages) linkPackages(root);

	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	const setBuilder = (script: string) => {
		write('src/cli/lib/run-vite.js', script);
	};
	setBuilder(BUILDER);
	return {
		root,
		write,
		read: (path) => readFileSync(join(root, path), 'utf8'),
		setBuilder,
		builder: BUILDER
	};
}

/** Each package for itself: an install in the copy takes links away, and never what they lead to. */
function linkPackages(root: string): void {
	mkdirSync(join(root, 'node_modules'));
	for (const name of readdirSync(join(origin, 'node_modules'))) {
		const [from, to] = [join(origin, 'node_modules', name), join(root, 'node_modules', name)];
		if (name.endsWith('.json')) cpSync(from, to);
		else if (!name.startsWith('.says-who')) symlinkSync(from, to, 'junction');
	}
	noteInstalled(root);
}

export interface Command {
	process: ChildProcess;
	/** Everything printed so far, both streams. */
	printed: () => string;
	/** Settles with what is found as soon as it is printed; fails when the command ends without it. */
	prints: (pattern: RegExp) => Promise<RegExpExecArray>;
	/** Settles when the command has ended, with its exit status; null where a signal ended it. */
	ended: Promise<number | null>;
}

export type Environment = Record<string, string | undefined>;

/** Starts a command of the copy, on any free port unless the environment says otherwise. */
export function startCommand(
	project: Project,
	env: Environment = {},
	args: readonly string[] = ['src/cli/start.js'],
	program = process.execPath
): Command {
	const child = spawn(program, args, {
		cwd: project.root,
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', npm_lifecycle_event: undefined, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	onTestFinished(() => {
		child.kill('SIGKILL');
	});
	let text = '';
	const listeners = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (chunk: string) => {
			text += chunk;
			for (const listener of listeners) listener();
		});
	}
	const ended = new Promise<number | null>((settle) => {
		child.once('close', settle);
	});
	const prints = (pattern: RegExp) =>
		new Promise<RegExpExecArray>((settle, reject) => {
			const look = () => {
				const found = pattern.exec(text);
				if (found !== null) settle(found);
			};
			listeners.add(look);
			look();
			void ended.then(() => {
				reject(new Error(`The command ended without printing ${String(pattern)}: ${text}`));
			});
		});
	return { process: child, printed: () => text, prints, ended };
}

/** The address that the server prints when it is ready. */
export async function addressFrom(command: Command): Promise<string> {
	const [, port = ''] = await command.prints(/Says Who is at http:\/\/localhost:(\d+)\n/);
	return `http://127.0.0.1:${port}`;
}
