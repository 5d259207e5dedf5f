/**
 * The rooms of self-study: what opens without a network. The build lists the files of their pages
 * (`cli/offline-plugin.ts`), and the service worker answers their addresses with the shell. A room that
 * is added here is in both.
 */
const rooms = ['read', 'quiz', 'study', 'progress', 'offline', 'about'];

/** Does the shell open this address? Only pages are asked about: `/packs` is none. */
export const isSelfStudy = (path: string): boolean =>
	path === '/' || rooms.includes(path.split('/')[1] ?? '');

/** Is this file of `src/routes`, from there, a part of a page that opens without a network? */
export const isKeptPage = (file: string): boolean =>
	/^(\+(layout|error|page)|shell\/|take\/\+)/u.test(file) ||
	rooms.includes(file.split('/')[0] ?? '');

/** The page that starts the app without the server: prerendered, without anything on it. */
export const SHELL = '/shell';

/** What a page that starts from the shell loads in any case (names of chunks: vite.config.ts). */
export const isEarly = (path: string): boolean =>
	/\/(chunks\/(study|local|terms|taking)|nodes\/1)\.js$/u.test(path);

/** The files of the pages above with the bytes of each, as the build lists them. */
export type FileList = [path: string, bytes: number][];

/** Where a version has its files (vite.config.ts), and the list of those to keep among them. */
export const folderOf = (version: string): string => `/_app/immutable/${version.slice(0, 8)}`;
export const listOf = (version: string): string => `${folderOf(version)}/offline.json`;
