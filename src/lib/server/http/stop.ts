// A server that ends without losing what is in flight: it takes no new connection, finishes the
// answers it has begun, and cuts off only what is still open after the grace.

import type { Server } from 'node:http';

/** Milliseconds that a response in flight may still take. */
export const GRACE = 5000;

/** Settles when the last connection is closed. */
export function stopServer(server: Server, grace = GRACE): Promise<void> {
	return new Promise((settle) => {
		const cutOff = setTimeout(() => {
			server.closeAllConnections();
		}, grace);
		// A connection whose answer has just ended waits for the browser's next request, which nobody
		// would take.
		const sweep = setInterval(() => {
			server.closeIdleConnections();
		}, 50);
		server.close(() => {
			clearTimeout(cutOff);
			clearInterval(sweep);
			settle();
		});
	});
}
