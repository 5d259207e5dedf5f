// The zone in which pages show times where no script tells the reader's own.

import { zoneHere } from '../ui/time/zoned.ts';

export const serverZone = zoneHere;
