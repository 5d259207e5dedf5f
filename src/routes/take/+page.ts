/** Made once at build time and kept by the service worker: it holds nobody's data. */
export const prerender = true;
