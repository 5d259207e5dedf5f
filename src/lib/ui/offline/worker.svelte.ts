/**
 * The service worker as a page knows it, and the browser's offer to install. Nothing here reloads a page
 * that its reader has not asked to be reloaded.
 */
import { browser, dev, version } from '$app/environment';

/** Chromium's own event; other browsers install from their menus. */
interface InstallPrompt extends Event {
	prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

class Worker {
	/** A newer release than this page, waiting until it is asked for. */
	newer = $state.raw<ServiceWorker | null>(null);
	/** The browser offers to install the app. */
	offer = $state.raw<InstallPrompt | null>(null);
	#registered: Promise<ServiceWorkerRegistration | null> | undefined;

	constructor() {
		if (!browser) return;
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.offer = event as InstallPrompt;
		});
		addEventListener('appinstalled', () => {
			this.offer = null;
		});
	}

	/** null: on plain http, or where the browser refuses. */
	register(): Promise<ServiceWorkerRegistration | null> {
		return (this.#registered ??= this.#register().catch(() => null));
	}

	/** Is there a worker that can open the app without a network? Waits until it has what it needs. */
	async isReady(): Promise<boolean> {
		const registration = await this.register();
		const coming = registration?.installing;
		if (coming) await settled(coming);
		return Boolean(registration?.active ?? registration?.waiting);
	}

	async install(): Promise<void> {
		const { offer } = this;
		this.offer = null;
		await offer?.prompt();
	}

	/** The reader wants the newer release: the page is loaded anew, once. */
	useNewer(): void {
		navigator.serviceWorker.addEventListener(
			'controllerchange',
			() => {
				location.reload();
			},
			{ once: true }
		);
		this.newer?.postMessage('use');
	}

	async #register(): Promise<ServiceWorkerRegistration | null> {
		// What is kept comes from a build.
		if (dev || !('serviceWorker' in navigator)) return null;
		const registration = await navigator.serviceWorker.register('/service-worker.js');
		void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('mend'));
		void this.#consider(registration.waiting);
		const watch = (): void => {
			const coming = registration.installing;
			if (coming) void settled(coming).then(() => this.#consider(registration.waiting));
		};
		watch();
		registration.addEventListener('updatefound', watch);
		// An app on a home screen may stay open for weeks.
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
		});
		return registration;
	}

	async #consider(waiting: ServiceWorker | null): Promise<void> {
		if (!waiting) return;
		// This page came from the newer release already: nothing on it changes with the worker.
		if ((await versionOf(waiting)) === version) {
			waiting.postMessage('use');
			return;
		}
		this.newer = waiting;
		await settled(waiting, 'activating');
		this.newer = null;
	}
}

/** Waits until a worker is what it was coming to be, or is given up. */
const settled = (worker: ServiceWorker, stage: ServiceWorkerState = 'installed'): Promise<void> =>
	new Promise((done) => {
		const look = (): void => {
			const order = ['parsed', 'installing', 'installed', 'activating', 'activated', 'redundant'];
			if (order.indexOf(worker.state) < order.indexOf(stage)) return;
			worker.removeEventListener('statechange', look);
			done();
		};
		worker.addEventListener('statechange', look);
		look();
	});

const versionOf = (worker: ServiceWorker): Promise<unknown> =>
	new Promise((done) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }: MessageEvent<unknown>) => {
			done(data);
		};
		worker.postMessage('version', [port2]);
	});

export const worker = new Worker();
