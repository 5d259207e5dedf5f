import { answerBytes } from '$lib/server/http/answer-json';
import { readBytes } from '$lib/server/http/body';
import { takeParcel } from '$lib/server/parcels';
import { ADDRESS_BYTES } from '$lib/study/parcel-code';
import type { RequestHandler } from './$types';

/** Hands out the parcel that lies at the address in the body, once. Not a GET: looking takes it away. */
export const POST: RequestHandler = ({ request, locals: { db, now }, getClientAddress }) =>
	answerBytes(async () => {
		const at = await readBytes(request, ADDRESS_BYTES);
		return takeParcel(db, at, { address: getClientAddress(), now });
	});
