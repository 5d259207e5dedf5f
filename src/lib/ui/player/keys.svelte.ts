/**
 * Number keys choose options. They can be turned off, for whoever dictates or uses a switch
 * (WCAG 2.1.4), and the device remembers that.
 */
const name = 'says-who/number-keys';

export class NumberKeys {
	on = $state(true);

	recall(): void {
		try {
			this.on = localStorage.getItem(name) !== 'off';
		} catch {
			// Without storage they are on.
		}
	}

	turn(on: boolean): void {
		this.on = on;
		try {
			if (on) localStorage.removeItem(name);
			else localStorage.setItem(name, 'off');
		} catch {
			// It holds for this page.
		}
	}

	press(event: KeyboardEvent): void {
		if (!this.on || event.ctrlKey || event.metaKey || event.altKey) return;
		if (!/^[1-9]$/u.test(event.key) || isWriting(event.target)) return;
		const option = document.querySelector<HTMLInputElement>(
			`#answer input[data-key="${event.key}"]`
		);
		// An option in a closed list is not there yet.
		if (!option?.checkVisibility()) return;
		event.preventDefault();
		option.focus();
		option.click();
	}
}

function isWriting(target: EventTarget | null): boolean {
	return target instanceof Element && target.matches('textarea, select, [contenteditable]');
}
