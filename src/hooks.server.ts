import { building } from '$app/environment';
import { openRunningStore } from '$lib/server/store/running';
import type { ServerInit } from '@sveltejs/kit';

export { handleError } from '$lib/server/http/handle-error';

export const init: ServerInit = async () => {
	if (!building) await openRunningStore(process.env, process.cwd());
};
