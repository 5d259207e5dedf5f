// What the pages of an article and the first page are made of, on a real pack.

import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../src/lib/study/library.ts';
import { Trouble } from '../../src/lib/study/trouble.ts';
import { views } from '../../src/lib/study/views.ts';
import { firstPack } from '../support/pack.ts';

const pack = firstPack();

const asked = (text: string) => new URLSearchParams(text);

describe('the library', () => {
	const library = libraryOf([pack], () => 30_000);

	it('lists a pack with all that the first page and a browser that keeps packs need', () => {
		expect(library.articles).toEqual([
			{
				slug: pack.slug,
				version: pack.version,
				lang: 'en',
				title: pack.title.text,
				titleBy: pack.title.by,
				teaser: pack.teaser,
				minutes: pack.minutes,
				lix: pack.lix,
				invented: pack.source.invented,
				questions: pack.bank.length,
				quick: 5,
				bytes: 30_000
			}
		]);
	});

	it('has an explained answer of the first pack that has one, and none without packs', () => {
		expect(library.example?.title).toBe(pack.title.text);
		expect(libraryOf([], () => 0)).toEqual({ articles: [] });
	});
});

describe('a quiz that is wished for', () => {
	it('is the same for the same seed and another for another', () => {
		const quiz = views.ticket(pack, asked('draw=full&s=abc123')).quiz;
		expect(views.ticket(pack, asked('draw=full&s=abc123')).quiz).toBe(quiz);
		expect(views.ticket(pack, asked('draw=full&s=abc124')).quiz).not.toBe(quiz);
	});

	it('can be taken', () => {
		const { quiz } = views.ticket(pack, asked('draw=skill:certainty&m=memory&s=abc123'));
		expect(views.step(pack, asked(quiz))).toMatchObject({ kind: 'question', n: 1, quiz });
	});

	it.each(['draw=nonsense&s=abc123', 'draw=quick', 'draw=quick&s=', 'draw=quick&s=../up'])(
		'is refused when the address says %s',
		(text) => {
			expect(() => views.ticket(pack, asked(text))).toThrow(Trouble);
		}
	);

	it('is refused when the pack has no such question', () => {
		const empty = { ...pack, bank: [] };
		expect(() => views.ticket(empty, asked('draw=quick&s=abc123'))).toThrow('nothing-to-ask');
	});
});

describe('the pages of an article', () => {
	it('show the whole text, what can be asked, and the words that are explained', () => {
		const { article, choices, glossary } = views.read(pack, asked(''));
		expect(article.sentences).toBeGreaterThan(0);
		expect(choices.questions).toBe(pack.bank.length);
		expect(glossary.map(({ word }) => word)).toEqual(pack.glossary.map(({ word }) => word));
	});

	it('show the X-ray in the layer and the form that the address names', () => {
		expect(views.xray(pack, asked('layer=certainty&view=list'))).toMatchObject({
			slug: pack.slug,
			asList: true,
			view: { layer: 'certainty' }
		});
	});
});
