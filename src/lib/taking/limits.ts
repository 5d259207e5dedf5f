/** Bounds that both sides of a sending keep to; apart from the schemas, which a page need not carry. */

/** The most answers that one sending may carry. */
export const ANSWERS_AT_ONCE = 200;
