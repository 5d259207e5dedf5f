// The table of parcels, in which somebody's log travels to another phone. What its columns mean is said
// in ../tables.ts.

import { define, type Migration } from './migration.ts';

export const parcels: Migration = {
	name: '0003-parcels',

	async up(db, engine) {
		await define(
			db,
			engine,
			`
create table parcel (
	address_hash text not null primary key,
	sealed text not null,
	expires_at $ms not null
) $strict;
create index parcel_by_end on parcel (expires_at)
`
		);
	}
};
