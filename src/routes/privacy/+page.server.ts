import { privacyFacts } from '$lib/server/privacy';
import { parseSettings } from '../../cli/lib/settings.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	facts: privacyFacts(parseSettings(process.env, process.cwd()), url)
});
