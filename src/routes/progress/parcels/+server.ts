import { answerJson } from '$lib/server/http/answer-json';
import { readBytes } from '$lib/server/http/body';
import { leaveParcel } from '$lib/server/parcels';
import { PARCEL_BYTES } from '$lib/study/parcel-code';
import type { RequestHandler } from './$types';

/** Takes a parcel: the address where it is to lie, and what is sealed. */
export const POST: RequestHandler = ({ request, locals: { db, now }, getClientAddress }) =>
	answerJson(async () => {
		const sending = await readBytes(request, PARCEL_BYTES);
		await leaveParcel(db, sending, { address: getClientAddress(), now });
		return {};
	});
