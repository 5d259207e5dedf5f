// The headers that every response carries: pages, static files and refusals alike. What a page may
// load is Kit's own policy (svelte.config.js); the one here is for whatever Kit did not write.

import type { OutgoingHttpHeaders } from 'node:http';

/** For a response that is no page of Kit's: it may load nothing but its own files. */
const CLOSED_POLICY = [
	"default-src 'self'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'"
].join('; ');

/**
 * A prerendered page brings its policy, with the hashes of its scripts, in a meta element; a browser
 * obeys both, so the header may only add what a meta element cannot say.
 */
const PRERENDERED_POLICY = "frame-ancestors 'none'";

/**
 * What a page is made of is no page: a browser that is sent to it as one shows text and runs nothing.
 * A dozen such files make up a first page, so each carries only what means something there.
 */
const PART_POLICY = "default-src 'none'; frame-ancestors 'none'";
const PARTS = '/_app/immutable/';

const YEAR = 365 * 24 * 60 * 60;

export interface ResponseKind {
	/** The address that people use is https. */
	secure: boolean;
	path: string;
	/** The path is that of a prerendered page. */
	prerendered: boolean;
}

export function securityHeaders({ secure, path, prerendered }: ResponseKind): OutgoingHttpHeaders {
	const common = {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		...(secure ? { 'strict-transport-security': `max-age=${YEAR}` } : {})
	};
	if (path.startsWith(PARTS)) return { ...common, 'content-security-policy': PART_POLICY };
	return {
		...common,
		'content-security-policy': prerendered ? PRERENDERED_POLICY : CLOSED_POLICY,
		'cross-origin-opener-policy': 'same-origin',
		'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
	};
}
