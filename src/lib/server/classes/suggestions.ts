// Nicknames to take if one comes to no mind: a friendly word and a creature, 'Quiet Heron'. A class
// sees each other's, so no word judges looks, strength or wits.

import { randomInt } from 'node:crypto';
import { nicknameKey } from './nickname.ts';

export const FIRST_WORDS = [
	...['Amber', 'Autumn', 'Bold', 'Brave', 'Breezy', 'Bright', 'Calm', 'Careful', 'Cheerful'],
	...['Clever', 'Copper', 'Cosmic', 'Cosy', 'Crimson', 'Curious', 'Daring', 'Dawn', 'Eager'],
	...['Early', 'Emerald', 'Fair', 'Gentle', 'Glad', 'Golden', 'Happy', 'Hidden', 'Honest'],
	...['Indigo', 'Jolly', 'Keen', 'Kind', 'Lively', 'Lucky', 'Lunar', 'Marble', 'Meadow'],
	...['Mellow', 'Merry', 'Misty', 'Morning', 'Neat', 'Nimble', 'Northern', 'Orange', 'Patient'],
	...['Plucky', 'Polar', 'Polite', 'Quick', 'Quiet', 'Rainy', 'Ready', 'Restful', 'River'],
	...['Ruby', 'Sandy', 'Scarlet', 'Silver', 'Snowy', 'Solar', 'Southern', 'Speckled', 'Spring'],
	...['Starry', 'Steady', 'Summer', 'Sunny', 'Swift', 'Velvet', 'Violet', 'Wandering', 'Windy'],
	...['Winter', 'Wise', 'Zesty']
];

export const SECOND_WORDS = [
	...['Albatross', 'Alpaca', 'Antelope', 'Avocet', 'Badger', 'Bear', 'Bee', 'Bison', 'Bittern'],
	...['Buzzard', 'Camel', 'Caribou', 'Cheetah', 'Condor', 'Cormorant', 'Coyote', 'Crab', 'Crane'],
	...['Cricket', 'Curlew', 'Deer', 'Dolphin', 'Dove', 'Dragonfly', 'Eagle', 'Egret', 'Elk'],
	...['Falcon', 'Finch', 'Firefly', 'Flamingo', 'Fox', 'Gazelle', 'Gecko', 'Goldfinch', 'Hare'],
	...['Hawk', 'Hedgehog', 'Heron', 'Hummingbird', 'Ibex', 'Ibis', 'Jaguar', 'Jay', 'Kestrel'],
	...['Kingfisher', 'Kite', 'Kiwi', 'Koala', 'Lark', 'Lemur', 'Leopard', 'Lion', 'Llama'],
	...['Lynx', 'Magpie', 'Marten', 'Meerkat', 'Moose', 'Nightingale', 'Ocelot', 'Octopus', 'Orca'],
	...['Oriole', 'Osprey', 'Otter', 'Owl', 'Panda', 'Panther', 'Parrot', 'Pelican', 'Penguin'],
	...['Petrel', 'Plover', 'Puffin', 'Puma', 'Quail', 'Rabbit', 'Raven', 'Reindeer', 'Robin'],
	...['Salmon', 'Seal', 'Skylark', 'Sparrow', 'Squirrel', 'Starling', 'Stork', 'Swallow', 'Swan'],
	...['Swift', 'Tern', 'Thrush', 'Tiger', 'Toucan', 'Turtle', 'Wagtail', 'Warbler', 'Whale']
];

const pick = (words: readonly string[]): string => words[randomInt(words.length)] ?? '';

/**
 * A nickname that nobody in the class has; a number helps where chance did not.
 * @param taken keys of the names in the class
 */
export function suggestNickname(taken: ReadonlySet<string>): string {
	let name = '';
	for (let tries = 0; tries < 20; tries++) {
		const first = pick(FIRST_WORDS);
		const second = pick(SECOND_WORDS.filter((word) => word !== first));
		name = `${first} ${second}`;
		if (!taken.has(nicknameKey(name))) return name;
	}
	return untaken(name, taken);
}

/** The name itself, or the name with the first number that makes it free: 'Quiet Heron 2'. */
export function untaken(name: string, taken: ReadonlySet<string>): string {
	if (!taken.has(nicknameKey(name))) return name;
	let n = 2;
	while (taken.has(nicknameKey(`${name} ${n}`))) n++;
	return `${name} ${n}`;
}
