import { describe, expect, it } from 'vitest';
import { isFromHere } from './origin.ts';

const origins = ['https://quiz.example.org', 'http://localhost:3000'];
const sent = (headers: Record<string, string>, method = 'POST') => ({
	method,
	headers: new Headers(headers)
});
const check = (headers: Record<string, string>, method?: string) =>
	isFromHere(sent(headers, method) as Request, origins);

describe('a request that changes something', () => {
	it('is taken from a page of ours, as the browser says', () => {
		expect(check({ 'sec-fetch-site': 'same-origin', origin: 'http://10.0.0.5:3000' })).toBe(true);
		expect(check({ origin: 'https://quiz.example.org' })).toBe(true);
		expect(check({ origin: 'http://localhost:3000' })).toBe(true);
	});

	it.each([
		['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://quiz.example.org' }],
		['another host of the same site', { 'sec-fetch-site': 'same-site' }],
		['an origin that is not listed', { origin: 'https://evil.example.org' }],
		['an origin that is hidden', { origin: 'null' }],
		['a sender that names nothing', {}]
	])('is refused from %s', (_, headers) => {
		expect(check(headers)).toBe(false);
	});

	it('is nothing that only reads', () => {
		expect(check({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(true);
	});
});
