// npm run build: builds whether or not anything changed, and leaves the note by which `npm start`
// knows that it need not.

import { build } from './lib/build.js';
import { withLock } from './lib/lock.js';
import { ROOT, runMain } from './lib/machine.js';

await runMain(() => withLock(ROOT, () => build(ROOT, 'info')));
