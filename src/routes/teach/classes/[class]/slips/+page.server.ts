import * as v from 'valibot';
import { MOST_SLIPS, slipsView } from '$lib/server/classes/entrance';
import { orTrouble } from '$lib/server/trouble';
import type { PageServerLoad } from './$types';

/** Blank slips where nothing is asked for and there is no list. */
const USUAL = 30;
const Many = v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1));

export const load: PageServerLoad = ({ locals: { db, teacher, now }, params, url }) =>
	orTrouble(async () => {
		const asked = v.safeParse(Many, url.searchParams.get('n') ?? '');
		const many = asked.success ? Math.min(asked.output, MOST_SLIPS) : USUAL;
		const which = url.searchParams.get('for');
		const view = (blank: number | null) =>
			slipsView(db, teacher, params.class, { origin: url.origin, now, blank });
		const slips = await view(which === 'blank' ? many : null);
		return { ...(slips.listed === 0 ? await view(many) : slips), many, most: MOST_SLIPS };
	});
