import { describe, expect, it } from 'vitest';
import { markedSkills, skills, type Skill } from '../questions/skills.ts';
import { choice, keyResponse, leave, multiple, twoPart } from '../questions/testing.ts';
import { fraction, zero } from './fraction.ts';
import { nextExercise, skillProfile } from './profile.ts';
import { marked } from './testing.ts';

/** Answers to single choices of one skill, right (1) or wrong (0). */
const choices = (skill: Skill, ...marks: readonly (0 | 1)[]) =>
	marks.map((mark) =>
		marked(choice(3, 'a', { skill }), { kind: 'choice', option: mark ? 'a' : 'b' })
	);

const lineOf = (skill: Skill, answers: Parameters<typeof skillProfile>[0]) =>
	skillProfile(answers).find((line) => line.skill === skill);

describe('the skill profile', () => {
	it('has a line for each of the thirteen skills in their order', () => {
		expect(skillProfile([]).map(({ skill }) => skill)).toEqual(skills);
	});

	it('shows a bar from three answers on', () => {
		expect(lineOf('certainty', choices('certainty', 1, 0))).toMatchObject({
			answers: 2,
			share: null
		});
		expect(lineOf('certainty', choices('certainty', 1, 0, 0))).toEqual({
			skill: 'certainty',
			answers: 3,
			missed: 2,
			points: fraction(1),
			max: 3,
			share: fraction(1, 3)
		});
	});

	it('keeps partial credit in the points and counts it as missed', () => {
		// one right, one wrong of 2 keys among 5: 1/2 − 1/3
		const partly = marked(multiple(5, ['a', 'b'], { skill: 'headline' }), {
			kind: 'multiple',
			options: ['a', 'c']
		});
		expect(lineOf('headline', [partly])).toMatchObject({ missed: 1, points: fraction(1, 6) });
	});

	it('leaves out skipped questions', () => {
		const skipped = marked(choice(3, 'a', { skill: 'headline' }), null);
		expect(lineOf('headline', [skipped])).toMatchObject({ answers: 0, missed: 0, max: 0 });
	});

	it('never shows a bar, nor a miss, for the unmarked skill', () => {
		const question = leave(3);
		const answers = [1, 2, 3].map(() => marked(question, keyResponse(question)));
		expect(lineOf('leave-the-page', answers)).toMatchObject({
			answers: 3,
			missed: 0,
			max: 0,
			share: null
		});
	});
});

describe('a two-part question', () => {
	const question = twoPart(3, 'a', [[22]], { skill: 'conflict' });
	const given = (option: string | null, ...sentences: number[]) =>
		marked(question, { kind: 'two-part', option, sentences });

	it('counts for its own skill with 2 and once more for evidence with 1', () => {
		expect(lineOf('conflict', [given('a', 22)])).toMatchObject({
			answers: 1,
			points: fraction(2),
			max: 2
		});
		expect(lineOf('evidence', [given('a', 22)])).toMatchObject({
			answers: 1,
			missed: 0,
			points: fraction(1),
			max: 1
		});
	});

	it('counts for evidence by the tap alone', () => {
		expect(lineOf('evidence', [given('b', 22)])).toMatchObject({ missed: 0, points: fraction(1) });
		expect(lineOf('conflict', [given('b', 22)])).toMatchObject({ missed: 1, points: zero });
		expect(lineOf('evidence', [given('a', 3)])).toMatchObject({ missed: 1, points: zero });
	});

	it('does not count for evidence while part two is open', () => {
		expect(lineOf('evidence', [given('a')])).toMatchObject({ answers: 0, max: 0 });
	});

	it('counts once where evidence is its own skill', () => {
		const own = twoPart(3, 'a', [[22]], { skill: 'evidence' });
		const answers = [marked(own, { kind: 'two-part', option: 'a', sentences: [3] })];
		expect(lineOf('evidence', answers)).toMatchObject({
			answers: 1,
			points: fraction(1),
			max: 2
		});
	});
});

describe('the next exercise', () => {
	it('is the lowest (points + 1)/(maximum + 2) among skills with three answers', () => {
		const profile = skillProfile([
			...choices('attribution', 1, 0, 0), // 2/5
			...choices('certainty', 1, 1, 0, 0, 0, 0), // 3/8
			...choices('headline', 0, 0) // 1/4, too few
		]);
		expect(nextExercise(profile)).toEqual({
			skill: 'certainty',
			missed: 4,
			of: 6,
			because: 'weakest'
		});
	});

	it('weighs how much is known: 0 of 4 comes before 0 of 3', () => {
		const profile = skillProfile([
			...choices('attribution', 0, 0, 0),
			...choices('headline', 0, 0, 0, 0)
		]);
		expect(nextExercise(profile)).toMatchObject({ skill: 'headline' });
	});

	it('knows less from 3 of 3 than from 8 of 9, so the first comes next', () => {
		const profile = skillProfile([
			...choices('attribution', 1, 1, 1, 1, 1, 1, 1, 1, 0), // 9/11
			...choices('headline', 1, 1, 1) // 4/5
		]);
		expect(nextExercise(profile)).toMatchObject({ skill: 'headline', missed: 0, of: 3 });
	});

	it('takes the earlier of two skills that are alike', () => {
		const profile = skillProfile([
			...choices('headline', 1, 0, 0),
			...choices('source-type', 0, 1, 0)
		]);
		expect(nextExercise(profile)).toMatchObject({ skill: 'source-type' });
	});

	it('is the least practised skill while none has three answers', () => {
		const practised = markedSkills.filter((skill) => skill !== 'chronology');
		const profile = skillProfile(practised.flatMap((skill) => choices(skill, 0)));
		expect(nextExercise(profile)).toEqual({
			skill: 'chronology',
			missed: 0,
			of: 0,
			because: 'least-practised'
		});
	});

	it('is a missed one where all are practised alike', () => {
		const profile = skillProfile(
			markedSkills.flatMap((skill) => choices(skill, skill === 'headline' ? 0 : 1))
		);
		expect(nextExercise(profile)).toMatchObject({ skill: 'headline', missed: 1, of: 1 });
	});

	it('is a skill that has questions, and never the unmarked one', () => {
		const profile = skillProfile(choices('attribution', 0, 0, 0));
		expect(nextExercise(profile, ['leave-the-page', 'conflict'])).toMatchObject({
			skill: 'conflict'
		});
		expect(nextExercise(profile, ['leave-the-page'])).toBeUndefined();
	});
});
