// Words that no nickname may be or hold as a word of its own. A short list of the plainest ones: who
// wants to offend finds a way, and the teacher can rename a learner. Whole words only, so that Cockburn,
// Scunthorpe and a grasshopper stay what they are.

/** In lower case, letters only; plurals and the usual endings are found too. */
const WORDS = [
	...['arse', 'arsehole', 'ass', 'asshole', 'bastard', 'bitch', 'bollocks', 'boob', 'bugger'],
	...['cock', 'cocksucker', 'crap', 'cunt', 'dick', 'dickhead', 'dildo', 'douche', 'dyke', 'fag'],
	...['faggot', 'fuck', 'fucker', 'gook', 'hitler', 'hoe', 'jerk', 'kike', 'motherfucker', 'nazi'],
	...[
		'nigga',
		'nigger',
		'paki',
		'pedo',
		'paedo',
		'penis',
		'piss',
		'poop',
		'porn',
		'prick',
		'pussy'
	],
	...['rape', 'rapist', 'retard', 'sex', 'sexy', 'shit', 'shithead', 'slut', 'spastic', 'tit'],
	...['tosser', 'tranny', 'twat', 'vagina', 'wank', 'wanker', 'whore'],
	...['arschloch', 'fick', 'ficker', 'fotze', 'hure', 'hurensohn', 'nutte', 'scheisse', 'schlampe'],
	...['schwuchtel', 'wichser', 'merde', 'putain', 'salope', 'connard', 'puta', 'mierda', 'cabron']
];
const OFFENSIVE = new Set(WORDS);

const ENDINGS = /(?:s|es|ed|er|ers|ing|y)$/u;

/** Figures and signs that stand for letters. */
const STANDS_FOR: Record<string, string> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'@': 'a',
	$: 's',
	'!': 'i'
};

/** What a word may be written with, figures and signs among it. */
const WRITTEN = /[\p{L}013457@$!]+/gu;

const simple = (text: string): string =>
	text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/gu, 'ss');

const lettersOf = (written: string): string =>
	written.replace(/[013457@$!]/gu, (sign) => STANDS_FOR[sign] ?? sign);

/** Figures stand for letters among letters only: 'Otter 455' has a number. */
const isWord = (written: string): boolean => /\p{L}/u.test(written);

const isOffensiveWord = (word: string): boolean =>
	OFFENSIVE.has(word) || OFFENSIVE.has(word.replace(ENDINGS, ''));

/** Whether a nickname holds such a word, or is one spelled with gaps. */
export function isOffensive(nickname: string): boolean {
	const writtenIn = (text: string): string[] => simple(text).match(WRITTEN) ?? [];
	const parts = writtenIn(nickname);
	const apart = writtenIn(nickname.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
	if ([...parts, ...apart].some((part) => isWord(part) && isOffensiveWord(lettersOf(part))))
		return true;
	const spelled =
		parts.some(isWord) &&
		[...parts, ...apart].every((part) => part.length === 1 || (part.length === 2 && isWord(part)));
	return spelled && isOffensiveWord(lettersOf(parts.join('')));
}
