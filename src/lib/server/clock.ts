// The one place where the server learns what time it is. With TEST_CLOCK=1 it follows messages of the
// parent process ('clock', milliseconds to add), never a request; a page cannot turn it.

let shift = 0;

if (process.env['TEST_CLOCK'] === '1') {
	process.on('message', (message: unknown) => {
		if (typeof message !== 'object' || message === null || !('clock' in message)) return;
		if (typeof message.clock === 'number') shift = message.clock;
		process.send?.({ clock: shift });
	});
}

/** Milliseconds since 1970. */
export const now = (): number => Date.now() + shift;
