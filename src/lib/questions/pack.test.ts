import { describe, expect, it } from 'vitest';
import { lineOf, miniText, miniWith, miniYaml } from '../facts/testing.ts';
import { buildPack, type PackFiles } from './pack.ts';
import { hash } from './random.ts';

const files: PackFiles = { article: miniText, facts: miniYaml };
const digest = (text: string) => hash(text).toString(16).padStart(14, '0');
const build = (more: Partial<PackFiles> = {}, findings: 'refuse' | 'report' = 'report') =>
	buildPack({ slug: 'mini', files: { ...files, ...more }, digest, findings });

function sound(more: Partial<PackFiles> = {}) {
	const built = build(more);
	if ('faults' in built) throw new Error(built.faults.map(({ message }) => message).join('\n'));
	return built;
}

function faults(more: Partial<PackFiles>) {
	const built = build(more);
	return 'faults' in built ? built.faults : [];
}

const written = (more = '') => `- facts: [close]
  variant: by-hand
  skill: conflict
  kind: choice
  stem: 'What is to be shut?'
  options:
    - { text: 'Its doors', right: true, why: 'It says so.', settles: { s: 1, words: 'will close' } }
    - { text: 'Its roof', ${more} why: 'No roof is named.', whole: true }
`;

describe('a pack version', () => {
	it('holds the article, what is known of its source, and the bank', () => {
		const { pack } = sound();

		expect(pack).toMatchObject({
			slug: 'mini',
			lang: 'en',
			title: { text: 'A town hall', by: 'project' },
			text: miniText,
			minutes: 1
		});
		expect(pack.bank.length).toBeGreaterThan(0);
		expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
	});

	it('resolves voices and certainty to places in the text, in reading order', () => {
		const { xray, text } = sound().pack;

		expect(xray.voices.map(({ id, kind }) => [id, kind])).toEqual([
			['officials', 'group'],
			['reporter', 'reporter'],
			['moss', 'named-person']
		]);
		expect(xray.voice.map(({ span, voice }) => [text.slice(...span), voice])[0]).toEqual([
			'The town hall will close',
			'officials'
		]);
		for (const layer of [xray.voice, xray.certainty])
			for (const [i, { span }] of layer.entries())
				expect(span[0]).toBeGreaterThanOrEqual(layer[i - 1]?.span[1] ?? 0);
		const possible = xray.certainty.find(({ level }) => level === 'possible');
		expect(possible?.shown && text.slice(...possible.shown)).toBe('could');
	});

	it('says where a word of the glossary first stands', () => {
		const { glossary, text } = sound().pack;

		expect(glossary.map(({ span }) => text.slice(...span))).toEqual(['town hall']);
	});

	it('is named after everything in it: the same files give the same name, other words another', () => {
		const { version } = sound().pack;

		expect(version).toMatch(/^[0-9a-f]{10}$/u);
		expect(sound().pack.version).toBe(version);
		expect(
			sound({ facts: miniWith('Where the council meets.', 'Where the council sits.') }).pack.version
		).not.toBe(version);
		expect(sound({ questions: written() }).pack.version).not.toBe(version);
	});

	it('takes questions written by hand into its bank', () => {
		const refs = sound({ questions: written() }).pack.bank.map(({ ref }) => ref);

		expect(refs).toContain('written/close/by-hand');
	});
});

describe('a broken pack is refused whole', () => {
	it('with the faults of all its files at once, each under its own name', () => {
		const found = faults({
			article: `\ufeff${miniText}`,
			facts: 'lang: en\nlang: en\n',
			questions: 'x: 1\n'
		});

		expect(found.map(({ file, line }) => [file, line])).toEqual([
			['article.txt', 1],
			['facts.yaml', 2],
			['questions.yaml', 1]
		]);
	});

	it('when facts do not fit the text', () => {
		const yaml = miniWith("words: 'Costs could rise' }", "words: 'Costs could fall' }");

		expect(faults({ facts: yaml })).toMatchObject([
			{ file: 'facts.yaml', line: lineOf('  - { id: rise-hedge', yaml) }
		]);
	});

	it('when a question by hand rests on a fact that does not exist', () => {
		const found = faults({ questions: written().replace('[close]', '[closed]') });

		expect(found).toMatchObject([{ file: 'questions.yaml', line: 1 }]);
		expect(found[0]?.message).toContain('no fact “closed”');
	});

	it('when a question by hand has two keys', () => {
		const found = faults({ questions: `# first\n${written('right: true,')}` });

		expect(found).toMatchObject([{ file: 'questions.yaml', line: 2 }]);
		expect(found[0]?.message).toContain('exactly one key');
	});

	it('when it breaks a rule of the lint, with the line of the fact or of the question', () => {
		const questions = written().replace('What is to be shut?', 'What are her exact words?');

		const built = build({ questions }, 'refuse');

		const said = 'faults' in built ? built.faults : [];
		expect(said).toContainEqual(expect.objectContaining({ file: 'questions.yaml', line: 1 }));
		expect(said.map(({ message }) => message).join('\n')).toContain('(never-said)');
	});
});
