import { builtinModules } from 'node:module';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Files whose default export is not ours to choose: a tool reads it, or a package has it. */
const CONFIG_FILES = ['*.config.{js,ts}', 'tests/*.config.ts', '**/*.d.ts'];

/**
 * Who may import whom: for each room of the domain, the rooms it may know besides itself. Whatever
 * is not listed is refused, so a new room starts with no rights.
 */
const DOMAIN = {
	article: [],
	facts: ['article'],
	extract: ['article', 'facts'],
	questions: ['article', 'facts'],
	scoring: ['article', 'facts', 'questions'],
	interop: ['article', 'facts', 'questions', 'scoring'],
	review: [],
	study: ['article', 'facts', 'questions', 'scoring', 'review'],
	taking: ['article', 'facts', 'questions', 'scoring', 'study']
};

const ROOMS = [...Object.keys(DOMAIN), 'server', 'ui'];

const SERVER_IMPORT = {
	regex: String.raw`^(\$lib/|(\./)?(\.\./)+(lib/)?)server(/|$)`,
	message: 'Only routes, hooks and the commands import the server.'
};

const NODE_IMPORT = {
	regex: `^(node:|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/|$))`,
	message: 'The domain runs in the browser too: no Node module.'
};

/**
 * @param {string} room
 * @param {readonly string[]} allowed
 */
function domainImports(room, allowed) {
	const refused = ROOMS.filter((name) => name !== room && !allowed.includes(name));
	return [
		{
			regex: '^(svelte|@sveltejs|kysely|pg)(/|$)',
			message: 'The domain knows no framework and no database.'
		},
		{
			regex: String.raw`^\$`,
			message: 'The domain imports by relative paths, so that bare Node can run it.'
		},
		{
			regex: String.raw`^(\./)?(\.\./)+(lib/)?(${refused.join('|')}|routes|cli)/`,
			message: `src/lib/${room} may import ${allowed.join(', ') || 'no other room'}.`
		},
		{
			regex: String.raw`^\.{1,2}/(?!.*\.(ts|json)$)`,
			message: "A relative import in the domain ends in '.ts'."
		},
		...(room === 'review'
			? []
			: [{ regex: '^ts-fsrs', message: 'Only src/lib/review knows ts-fsrs.' }])
	];
}

/** @type {import('eslint').Linter.RulesRecord} */
const CLOCK_AND_CHANCE = {
	'no-restricted-globals': [
		'error',
		{ name: 'performance', message: "Pass 'now' in." },
		{ name: 'crypto', message: "Pass a 'seed' in." }
	],
	'no-restricted-properties': [
		'error',
		{ object: 'Date', property: 'now', message: "Pass 'now' in." },
		{ object: 'Math', property: 'random', message: "Pass a 'seed' in." },
		{ object: 'globalThis', property: 'performance', message: "Pass 'now' in." },
		{ object: 'globalThis', property: 'crypto', message: "Pass a 'seed' in." }
	],
	'no-restricted-syntax': [
		'error',
		{
			selector: "NewExpression[callee.name='Date'][arguments.length=0]",
			message: "Pass 'now' in."
		},
		{ selector: "CallExpression[callee.name='Date']", message: "Pass 'now' in." },
		{
			// The rule on import declarations does not see these, so they stay within the room.
			selector: String.raw`ImportExpression:not([source.value=/^\.\u002f[\w-]+\.ts$/])`,
			message: 'Only a file of the same folder may be loaded later.'
		}
	]
};

/**
 * Tests of the domain may read files; everything else about the direction holds for them.
 * @type {import('eslint').Linter.Config[]}
 */
const domainRules = Object.entries(DOMAIN).flatMap(([room, allowed]) => {
	const files = [`src/lib/${room}/**/*.{ts,js}`];
	const patterns = domainImports(room, allowed);
	return [
		{
			files,
			ignores: ['**/*.test.ts'],
			rules: {
				...CLOCK_AND_CHANCE,
				'no-restricted-imports': ['error', { patterns: [...patterns, NODE_IMPORT] }]
			}
		},
		{
			files: [`src/lib/${room}/**/*.test.ts`],
			rules: { 'no-restricted-imports': ['error', { patterns }] }
		}
	];
});

export default defineConfig(
	globalIgnores(['.svelte-kit/', 'build/', 'data/', 'node_modules/', 'test-results/']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			// TypeScript reports it, and knows ambient types.
			'no-undef': 'off',
			'no-console': 'error',
			'no-restricted-exports': [
				'error',
				{
					restrictDefaultExports: {
						direct: true,
						named: true,
						defaultFrom: true,
						namedFrom: true,
						namespaceFrom: true
					}
				}
			],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
			// Numbers are what most messages are made of.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'svelte/no-at-html-tags': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		// Paths are absolute and the base is the root: `resolve()` round each link says nothing more.
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['src/lib/**/*.{ts,js}', 'src/service-worker.ts'],
		ignores: ['src/lib/server/**'],
		rules: { 'no-restricted-imports': ['error', { patterns: [SERVER_IMPORT] }] }
	},
	{
		files: ['src/lib/**/*.svelte'],
		rules: { 'no-restricted-imports': ['error', { patterns: [SERVER_IMPORT] }] }
	},
	domainRules,
	{
		files: ['src/cli/**', 'tests/bench/**'],
		rules: { 'no-console': 'off' }
	},
	{
		files: CONFIG_FILES,
		rules: { 'no-restricted-exports': 'off' }
	}
);
