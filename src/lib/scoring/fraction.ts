/**
 * Exact fractions: marks are added, compared and averaged without rounding, which happens once, on
 * display. Always in lowest terms with a denominator above 0, so equal fractions look the same.
 *
 * Numerators and denominators are plain integers. Denominators here are counts of options, rows,
 * pairs or answers, so sums over thousands of answers stay far inside the safe range; leaving it
 * throws instead of going wrong quietly.
 */
export interface Fraction {
	readonly n: number;
	readonly d: number;
}

/**
 * `n / d` in lowest terms.
 *
 * @throws RangeError when either is not a safe integer, or `d` is 0
 */
export function fraction(n: number, d = 1): Fraction {
	if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0)
		throw new RangeError(`no exact fraction ${n}/${d}`);
	const shared = divisor(n, d) * Math.sign(d);
	// `+ 0` turns a -0 into 0.
	return { n: n / shared + 0, d: d / shared };
}

export const zero: Fraction = fraction(0);
export const one: Fraction = fraction(1);

export function add(a: Fraction, b: Fraction): Fraction {
	// By the least common multiple: the product of the denominators would grow with every term.
	const shared = divisor(a.d, b.d);
	return fraction(a.n * (b.d / shared) + b.n * (a.d / shared), (a.d / shared) * b.d);
}

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });

export function multiply(a: Fraction, b: Fraction): Fraction {
	const left = divisor(a.n, b.d);
	const right = divisor(b.n, a.d);
	return fraction((a.n / left) * (b.n / right), (a.d / right) * (b.d / left));
}

/** @throws RangeError when `b` is 0 */
export const divide = (a: Fraction, b: Fraction): Fraction =>
	multiply(a, fraction(b.d, b.n === 0 ? 0 : b.n));

/** Below 0 when `a` is less than `b`, 0 when they are equal, above 0 when `a` is more. */
export const compare = (a: Fraction, b: Fraction): number => subtract(a, b).n;

/** The greater of them all. */
export const greatest = (first: Fraction, ...others: readonly Fraction[]): Fraction =>
	others.reduce((most, other) => (compare(other, most) > 0 ? other : most), first);

export const sum = (terms: readonly Fraction[]): Fraction => terms.reduce(add, zero);

/** Mean of the terms; undefined without any. */
export const mean = (terms: readonly Fraction[]): Fraction | undefined =>
	terms.length === 0 ? undefined : divide(sum(terms), fraction(terms.length));

/**
 * The one rounding, for display: half up, to one decimal, and no decimal where it would be 0:
 * '6.7', '7', '−0.2'. The same in every locale; the minus is the typographic one.
 */
export function toTenths(value: Fraction): string {
	const tenths = halfUp(value, 10);
	const size = Math.abs(tenths);
	const decimal = size % 10 === 0 ? '' : `.${size % 10}`;
	return `${tenths < 0 ? '−' : ''}${Math.floor(size / 10)}${decimal}`;
}

/** Whole percent, half up: 2/3 → 67. */
export const toPercent = (value: Fraction): number => halfUp(value, 100);

/** `value × unit`, rounded half up, without a detour through floating point. */
function halfUp({ n, d }: Fraction, unit: number): number {
	const twice = 2 * n * unit + d;
	return (twice - (((twice % (2 * d)) + 2 * d) % (2 * d))) / (2 * d) + 0;
}

/** Greatest common divisor, at least 1. */
function divisor(a: number, b: number): number {
	let x = Math.abs(a);
	let y = Math.abs(b);
	while (y !== 0) [x, y] = [y, x % y];
	return x || 1;
}
