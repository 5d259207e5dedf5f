/** What a browser loads to mark by itself; one chunk, apart from the page's first code. */
export { resultFrom } from './result.ts';
export { stepFrom } from './step.ts';
