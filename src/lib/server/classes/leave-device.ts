// 'Not you?': the next learner on this device begins without the last one's session.

import { endSession } from '../accounts/sessions.ts';
import type { Db } from '../store/store.ts';

type Request = Parameters<typeof endSession>[1];

/** Signs this browser's learner out. What was answered stays, and the return code brings it back. */
export const leaveDevice = (db: Db, request: Request): Promise<void> =>
	endSession(db, request, 'learner');
