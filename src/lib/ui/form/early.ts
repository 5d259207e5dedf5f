// What was typed, chosen or unfolded before scripts took over. A page can be used as soon as it is
// drawn, and on a slow line that is seconds before its scripts are there; taking over sets every control
// back to how the server drew it.

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Notes it; to be called before anything else of the page is taken over.
 *
 * @returns brings it back, and lets the page know of it as if it were given now
 */
export function noteEarly(): () => void {
	const folds = [...document.querySelectorAll('details')].map((fold) => [fold, fold.open] as const);
	const unfold = (): void => {
		for (const [fold, open] of folds) fold.open = open;
	};
	// After a reload or Back, what stands in the controls is the browser's memory of another page's.
	const [navigation] = performance.getEntriesByType('navigation');
	if (!navigation || !('type' in navigation) || navigation.type !== 'navigate') return unfold;
	const early = new Map<Control, string | boolean>();
	const controls = 'input:not([type=file]), textarea, select';
	for (const control of document.querySelectorAll<Control>(controls)) {
		if (isTicked(control)) {
			if (control.checked !== control.defaultChecked) early.set(control, control.checked);
		} else if (control.value !== drawnValue(control)) early.set(control, control.value);
	}
	return () => {
		unfold();
		for (const [control, given] of early) {
			if (typeof given === 'string') control.value = given;
			else if (isTicked(control)) control.checked = given;
			for (const type of ['input', 'change'])
				control.dispatchEvent(new Event(type, { bubbles: true }));
		}
	};
}

function isTicked(control: Control): control is HTMLInputElement {
	return control.type === 'radio' || control.type === 'checkbox';
}

function drawnValue(control: Control): string {
	if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
	const options = [...control.options];
	return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? '';
}
