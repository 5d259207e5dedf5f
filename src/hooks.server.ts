export { handleError } from '$lib/server/http/handle-error';
