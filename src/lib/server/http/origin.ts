// Whether a request that changes something comes from one of our own pages. In place of Kit's check,
// which knows one origin and looks at forms only.

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A browser names the page that sends: by `Sec-Fetch-Site`, which no page can forge, where the
 * address is https or this machine, else by `Origin`. Whoever sends neither is no browser that
 * carries somebody's cookie and is refused all the same, since we serve no such client.
 *
 * @param origins those that ORIGIN lists, or the one that this server is reached at
 */
export function isFromHere(request: Request, origins: readonly string[]): boolean {
	if (SAFE.includes(request.method)) return true;
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin' || site === 'none';
	const origin = request.headers.get('origin');
	return origin !== null && origins.includes(origin);
}
