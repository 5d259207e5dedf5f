// Accounts that an administrator has closed and can still open again, and accommodations beside which
// nothing counts of what is granted for all.

import { define, type Migration } from './migration.ts';

const columns = `
alter table teacher add column closed_at $ms;

alter table accommodation add column alone integer not null default 0 check (alone in (0, 1))
`;

export const closedAndAlone: Migration = {
	name: '0002-closed-and-alone',

	async up(db, engine) {
		await define(db, engine, columns);
	}
};
