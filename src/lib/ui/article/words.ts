/** The words round an article's text. */

export const words = {
	sentence: 'Sentence ',
	glossary: 'Words explained',
	back: 'back to the reason'
};
