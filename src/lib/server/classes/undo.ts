// How long a class or a learner that a teacher deleted can be brought back.

import { UNDO_DAYS } from '../retention.ts';

const DAY = 24 * 60 * 60 * 1000;

export const undoDays = UNDO_DAYS;

/** The last moment at which it can still be brought back. */
export const undoEnds = (deletedAt: number): number => deletedAt + UNDO_DAYS * DAY;
