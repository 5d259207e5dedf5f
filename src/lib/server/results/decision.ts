import type { OverrideAction } from '../store/grade.ts';

/** Reads the choice of a form: 'drop', 'full', 'restore' or 'accept:' and an option's id. */
export function parseAction(choice: string): OverrideAction | undefined {
	if (choice === 'drop' || choice === 'full' || choice === 'restore')
		return { v: 1, action: choice };
	const option = /^accept:([\w-]{1,40})$/u.exec(choice)?.[1];
	return option === undefined ? undefined : { v: 1, action: 'accept', option };
}
