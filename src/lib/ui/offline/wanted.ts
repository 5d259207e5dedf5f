/**
 * Whether the reader of this device wants every article kept: then new ones follow by themselves. And a
 * word to the browser that what is kept is wanted, so that it is not thrown away when room gets scarce.
 */
const key = 'says-who/keep-all';

export function wantAll(): void {
	try {
		localStorage.setItem(key, 'yes');
	} catch {
		// Forbidden: then what is missing is fetched when it is asked for again.
	}
	// Absent on plain http and in old browsers.
	if ('storage' in navigator) navigator.storage.persist().catch(() => undefined);
}

export function isAllWanted(): boolean {
	try {
		return localStorage.getItem(key) !== null;
	} catch {
		return false;
	}
}
