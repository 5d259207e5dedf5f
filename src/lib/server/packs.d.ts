/** Made by src/cli/packs-plugin.ts from questions/. Holds every key: for the server alone. */
declare module 'virtual:packs' {
	export const packs: import('../questions/pack.ts').PackVersion[];
}
