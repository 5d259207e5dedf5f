import { first } from './0001-first.ts';
import { closedAndAlone } from './0002-closed-and-alone.ts';
import { parcels } from './0003-parcels.ts';
import type { Migration } from './migration.ts';

/** Every migration, in the order they run. New ones go to the end. */
export const migrations: readonly Migration[] = [first, closedAndAlone, parcels];
