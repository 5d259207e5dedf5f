/** The words of fields that several rooms use. */
export const copying = { copy: 'Copy', done: 'Copied' };
