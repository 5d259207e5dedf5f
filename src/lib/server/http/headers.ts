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

const YEAR = 365 * 24 * 60 * 60;

export interface ResponseKind {
	/** The address that people use is https. */
	secure: boolean;
	/** The path is that of a prerendered page. */
	prerendered: boolean;
}

export function securityHeaders({ secure, prerendered }: ResponseKind): OutgoingHttpHeaders {
	return {
		'content-security-policy': prerendered ? PRERENDERED_POLICY : CLOSED_POLICY,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
		...(secure ? { 'strict-transport-security': `max-age=${YEAR}` } : {})
	};
}
