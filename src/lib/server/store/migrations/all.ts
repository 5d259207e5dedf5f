import { first } from './0001-first.ts';
import { closedAndAlone } from './0002-closed-and-alone.ts';
import type { Migration } from './migration.ts';

/** Every migration, in the order they run. New ones go to the end. */
export const migrations: readonly Migration[] = [first, closedAndAlone];
