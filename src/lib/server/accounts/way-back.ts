// Where somebody wanted to go before signing in: an address that came from outside and is followed only
// within this site.

const HERE = 'https://says-who.invalid';

/** @returns a path of this site; the teacher's home where what is asked for is none */
export function safePath(to: string | null): string {
	const home = '/teach';
	if (!to?.startsWith('/') || to.length > 2000 || !URL.canParse(to, HERE)) return home;
	const { origin, pathname, search } = new URL(to, HERE);
	// A browser reads '//host' as another site, also where dots had stood before it.
	return origin === HERE && !pathname.startsWith('//') ? pathname + search : home;
}

/** The sign-in page that leads back. */
export const signInPath = ({ pathname, search }: URL): string =>
	`/teach/sign-in?${new URLSearchParams({ to: pathname + search }).toString()}`;
