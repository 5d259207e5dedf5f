import type { StepView } from '../../study/view.ts';

type Place = Pick<StepView, 'path' | 'quiz' | 'answers'>;

/** @param carry put the answers into the address: where no script keeps them on the device */
function address(view: Place, below: string, extra: string[], carry: boolean): string {
	const answers = carry && view.answers !== '' ? [`a=${encodeURIComponent(view.answers)}`] : [];
	const params = [view.quiz, ...extra, ...answers].filter((part) => part !== '').join('&');
	return `${view.path}${below}${params === '' ? '' : `?${params}`}`;
}

/** The address of question `n`; one past the last asks for the end. */
export function hrefOf(view: Place, n: number, carry: boolean): string {
	return address(view, '', [`n=${n}`], carry);
}

/** The address of the result. */
export function resultHref(view: Place, carry: boolean): string {
	return address(view, '/result', [], carry);
}
