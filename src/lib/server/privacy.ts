// What the page about privacy says, from what this server really does: its settings and its constants.

import { LINK_LASTS } from './accounts/links.ts';
import { cookiesOf } from './accounts/sessions.ts';
import { claimCookie } from './classes/claims.ts';
import { PARCEL_LASTS } from './parcels.ts';
import { UNDO_DAYS } from './retention.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

export interface PrivacyFacts {
	/** After a class has ended. */
	retentionDays: number;
	undoDays: number;
	invitationDays: number;
	/** For logs on their way to another phone. */
	parcelMinutes: number;
	cookies: { learner: Cookie; teacher: Cookie; claim: Cookie };
	/** Where the data lie. */
	store: 'file' | 'database';
	/** The connection is encrypted. */
	secure: boolean;
}

interface Cookie {
	name: string;
	days: number;
}

export function privacyFacts(
	settings: { retentionDays: number; databaseUrl: string | undefined },
	url: URL
): PrivacyFacts {
	return {
		retentionDays: settings.retentionDays,
		undoDays: UNDO_DAYS,
		invitationDays: LINK_LASTS.invitation / DAY,
		parcelMinutes: PARCEL_LASTS / MINUTE,
		cookies: { ...cookiesOf(url), claim: claimCookie(url) },
		store: settings.databaseUrl === undefined ? 'file' : 'database',
		secure: url.protocol === 'https:'
	};
}
