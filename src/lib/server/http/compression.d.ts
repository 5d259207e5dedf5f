// The part of the package 'compression' that is used here. Its published types would bring those of
// Express with them.
declare module 'compression' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	import type { BrotliOptions } from 'node:zlib';

	interface Options {
		filter: (request: IncomingMessage, response: ServerResponse) => boolean;
		brotli: BrotliOptions;
	}

	const compression: {
		(
			options: Options
		): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
		filter: (request: IncomingMessage, response: ServerResponse) => boolean;
	};
	export default compression;
}
