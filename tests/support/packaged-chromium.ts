// Unpacks the Chromium inside @sparticuz/chromium. The package's own way takes whatever lies at
// TMPDIR/chromium for whole: another version's, another account's, or half of one. Here each version
// and account has a folder of its own, which appears under its name only when it is complete.

import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const require = createRequire(import.meta.url);

export interface UnpackedChromium {
	path: string;
	env: Record<string, string>;
}

export async function unpackChromium(): Promise<UnpackedChromium> {
	const source = join(dirname(require.resolve('@sparticuz/chromium')), '../bin');
	const account = String(process.getuid?.() ?? '');
	const folder = join(tmpdir(), `says-who-chromium-${versionOf(source)}-${account}`);
	if (!existsSync(folder)) {
		const half = mkdtempSync(`${folder}-`);
		try {
			await unpackInto(half, source);
			writeFileSync(join(half, 'fonts.conf'), fontsConfig(folder));
			moveUnlessThere(half, folder);
		} finally {
			rmSync(half, { recursive: true, force: true });
		}
	}
	return {
		path: join(folder, 'chromium'),
		env: { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
	};
}

function versionOf(source: string): string {
	const manifest = readFileSync(join(source, '../package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}

/** The package unpacks to the temporary folder, which it asks for at each call. */
async function unpackInto(folder: string, source: string): Promise<void> {
	const before = process.env['TMPDIR'];
	process.env['TMPDIR'] = folder;
	try {
		mkdirSync(join(folder, 'fonts-cache'));
		await Promise.all(
			['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((name) =>
				inflate(join(source, name))
			)
		);
	} finally {
		if (before === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = before;
	}
}

/** Two runs at once may both have unpacked; the first one's folder serves both. */
function moveUnlessThere(half: string, folder: string): void {
	try {
		renameSync(half, folder);
	} catch (error) {
		if (!existsSync(folder)) throw error;
	}
}

/** The system's fonts where it has any, and the package's own so that there is always one. */
function fontsConfig(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${folder}/fonts/fonts</dir>
	<cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
