/**
 * A page without a page: it starts the app, which then opens whatever the address says. Made once at
 * build time; the service worker gives it where the server cannot be reached.
 */
export const prerender = true;
export const ssr = false;
