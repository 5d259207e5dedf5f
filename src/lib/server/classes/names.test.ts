import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextEnd, parseDay, showDay } from './calendar.ts';
import { CODE_ALPHABET, drawReturnCode, groupCode, newJoinCode, parseCode } from './codes.ts';
import { FailureLimit } from './failures.ts';
import { nicknameKey, parseListedName, parseNickname } from './nickname.ts';
import { isOffensive } from './offensive.ts';
import { qrCode } from '../../ui/qr.ts';
import { FIRST_WORDS, SECOND_WORDS, suggestNickname, untaken } from './suggestions.ts';

describe('A code', () => {
	it('has no character that looks or sounds like another', () => {
		expect(CODE_ALPHABET).not.toMatch(/[0o1liuv]/u);
		for (let i = 0; i < 200; i++) {
			expect(newJoinCode()).toMatch(new RegExp(`^[${CODE_ALPHABET}]{8}$`, 'u'));
			expect(drawReturnCode()).toMatch(new RegExp(`^[${CODE_ALPHABET}]{10}$`, 'u'));
		}
	});

	it('is read however it is typed: capitals, spaces, dashes of any kind', () => {
		const code = newJoinCode();
		const shown = groupCode(code);
		expect(shown).toMatch(/^.{4}-.{4}$/u);
		for (const typed of [
			shown,
			shown.toUpperCase(),
			` ${shown.replace('-', ' – ')}\n`,
			Array.from(code).join(' ')
		])
			expect(parseCode(typed)).toBe(code);
	});
});

describe('A nickname', () => {
	it.each([
		['Quiet Heron', 'Quiet Heron'],
		['  Quiet \t Heron ', 'Quiet Heron'],
		['Zoë', 'Zoë'],
		['李雷', '李雷'],
		['👩‍🚀 Ana', '👩‍🚀 Ana'],
		['❤️', '❤️'],
		['می‌خواهم', 'می‌خواهم'],
		['नमस्ते', 'नमस्ते'],
		['o'.repeat(40), 'o'.repeat(40)]
	])('may be %j', (typed, nickname) => {
		expect(parseNickname(typed)).toMatchObject({ nickname });
	});

	it.each([
		['nothing', '', 'empty'],
		['spaces', ' \u00a0\t', 'empty'],
		['41 characters', 'o'.repeat(41), 'long'],
		['500 characters', 'o'.repeat(500), 'long'],
		['a control character', 'Owl\u0007', 'characters'],
		['a mark that turns the direction of text', 'Owl\u202egod', 'characters'],
		['a space that shows nothing', 'Ow\u200bl', 'characters'],
		['only what shows nothing', '\u2800', 'characters'],
		['a blank letter', '\u3164', 'characters'],
		['half of a character', 'Owl\ud83d', 'characters'],
		['a pile of marks', `O${'\u0301\u0302\u0303'.repeat(4)}wl`, 'characters'],
		['a private character', 'Owl\ue000', 'characters']
	])('may not be %s', (_, typed, problem) => {
		expect(parseNickname(typed)).toEqual({ problem });
	});

	it('counts characters as a reader does', () => {
		expect(parseNickname('👩‍🚀'.repeat(40))).toHaveProperty('nickname');
		expect(parseNickname('👩‍🚀'.repeat(41))).toEqual({ problem: 'long' });
	});

	it.each([
		['Quiet Heron', 'quietheron'],
		['Quiet Heron', 'QUIET  HERON'],
		['Quiet Heron', 'Ｑｕｉｅｔ Heron'],
		['Zoë', 'Zoe\u0308'],
		['Straße', 'STRASSE'],
		['❤️', '❤']
	])('%s is taken when %s is', (one, other) => {
		expect(nicknameKey(one)).toBe(nicknameKey(other));
	});

	it('never fails; what is accepted is short, visible, and accepted again as it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
				const parsed = parseNickname(typed);
				if ('problem' in parsed) return;
				expect(parsed.key).not.toBe('');
				expect(parsed.nickname).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
				expect(parseNickname(parsed.nickname)).toEqual(parsed);
				expect(nicknameKey(parsed.nickname.toUpperCase())).toBe(parsed.key);
				expect(nicknameKey(Array.from(parsed.nickname.replace(/\s/gu, '')).join(''))).toBe(
					parsed.key
				);
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		'Fuck',
		'you sh1t',
		'F u c k',
		'BigDick',
		'ƒuck'.replace('ƒ', 'f'),
		'W@nkers',
		'hitler 88',
		'4ss',
		'5 h 1 t',
		'F u ck'
	])('is refused politely as %s', (typed) => {
		expect(parseNickname(typed)).toEqual({ problem: 'offensive' });
	});

	it.each(['Scunthorpe', 'Cassandra', 'Essex Girl', 'Grasshopper', 'Analyst', 'Peacock', 'Titan'])(
		'may be %s, which only holds such letters',
		(typed) => {
			expect(parseNickname(typed)).toHaveProperty('nickname');
		}
	);

	it('may end with any number, however its figures could be read', () => {
		for (let n = 0; n < 10_000; n++) {
			expect(isOffensive(`Otter ${String(n)}`), `Otter ${String(n)}`).toBe(false);
			expect(isOffensive(`Otter${String(n)}`), `Otter${String(n)}`).toBe(false);
		}
		expect(isOffensive('A 55')).toBe(false);
	});

	it('from a teacher’s list may be longer, and is what people are called', () => {
		expect(parseListedName('Dick van Dyke')).toHaveProperty('nickname');
		expect(parseListedName('o'.repeat(80))).toHaveProperty('nickname');
		expect(parseListedName('o'.repeat(81))).toEqual({ problem: 'long' });
	});
});

describe('A suggested nickname', () => {
	it('is one of 40 × 60 and more that the rules accept', () => {
		expect(new Set(FIRST_WORDS).size).toBe(FIRST_WORDS.length);
		expect(new Set(SECOND_WORDS).size).toBe(SECOND_WORDS.length);
		expect(FIRST_WORDS.length).toBeGreaterThanOrEqual(40);
		expect(SECOND_WORDS.length).toBeGreaterThanOrEqual(60);
		for (const first of FIRST_WORDS)
			for (const second of SECOND_WORDS) {
				expect(isOffensive(`${first} ${second}`), `${first} ${second}`).toBe(false);
				expect(parseNickname(`${first} ${second}`)).toHaveProperty('key');
			}
	});

	it('is free, also where every plain one is taken', () => {
		const all = new Set(
			FIRST_WORDS.flatMap((first) =>
				SECOND_WORDS.map((second) => nicknameKey(`${first} ${second}`))
			)
		);
		expect(all.has(nicknameKey(suggestNickname(all)))).toBe(false);
		expect(untaken('Owl', new Set(['owl', 'owl2']))).toBe('Owl 3');
	});
});

describe('The end of a class', () => {
	it('is the next 31 July, all day, and that of the year after for a class made in July', () => {
		expect(showDay(nextEnd(Date.UTC(2026, 10, 25)))).toBe('2027-07-31');
		expect(showDay(nextEnd(Date.UTC(2027, 5, 30, 23)))).toBe('2027-07-31');
		expect(showDay(nextEnd(Date.UTC(2027, 6, 1)))).toBe('2028-07-31');
		expect(showDay(nextEnd(Date.UTC(2027, 6, 31, 23)))).toBe('2028-07-31');
		expect(showDay(nextEnd(Date.UTC(2027, 7, 1)))).toBe('2028-07-31');
	});

	it('is read back as it was written, and days that are none are refused', () => {
		expect(showDay(parseDay('2028-02-29') ?? 0)).toBe('2028-02-29');
		for (const typed of ['2027-02-29', '2027-13-01', '31.7.2027', '', '2027-07-31T10:00'])
			expect(parseDay(typed)).toBeUndefined();
	});
});

describe('Wrong codes', () => {
	it('are limited for one address alone, and forgiven with time', () => {
		const limit = new FailureLimit(3, 1000);
		for (let i = 0; i < 3; i++) {
			expect(limit.wait('a', 0)).toBe(0);
			limit.failed('a', 0);
		}
		expect(limit.wait('a', 0)).toBe(1000);
		expect(limit.wait('b', 0)).toBe(0);
		expect(limit.wait('a', 1000)).toBe(0);
	});
});

describe('A QR code', () => {
	it('is a square of dark runs with a quiet zone', () => {
		const { size, path } = qrCode('http://localhost:3000/join/abcd2345');
		expect(size).toBeGreaterThan(28);
		// The upper left finder begins after four light modules: a run of seven.
		expect(path.startsWith('M4 4h7v1h-7z')).toBe(true);
		expect(path).toMatch(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/u);
	});
});
