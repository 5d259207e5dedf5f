/** Made once at build time: whatever is personal is read on the device. */
export const prerender = true;
