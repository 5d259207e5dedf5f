// What the page about privacy says, from what this server really does: its settings and its constants.

import { LINK_LASTS } from './accounts/links.ts';
import { cookiesOf } from './accounts/sessions.ts';
import { claimCookieOf } from './classes/claims.ts';
import { UNDO_DAYS } from './retention.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface PrivacyFacts {
	/** After a class has ended. */
	retentionDays: number;
	undoDays: number;
	invitationDays: number;
	cookies: { learner: Cookie; claim: Cookie; teacher: Cookie };
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
		cookies: { ...cookiesOf(url), claim: claimCookieOf(url) },
		store: settings.databaseUrl === undefined ? 'file' : 'database',
		secure: url.protocol === 'https:'
	};
}
