/** The words of the result: about the text and the answers, never about the person. */
import type { Outcome, ResultView } from '../../study/view.ts';
import { counted } from '../counting.ts';
import { skillWords, sureWords } from '../words.ts';

const missedOf = ({ missed, of }: { missed: number; of: number }): string =>
	missed === 0 ? `, ${of} of ${of} right` : `, ${missed} of ${of} missed`;

export const result = {
	title: (article: string) => `Result: ${article} · Says Who`,
	description: (article: string) =>
		`Points, skills and the reason for every answer of a quiz on ‘${article}’.`,
	heading: 'Your result',
	points: (points: string, max: number) => ({ score: points, of: `of ${counted(max, 'point')}` }),
	noMark: 'No mark',
	noMarkMeans: 'Nothing in this quiz is marked.',
	counts: ({ right, partly, wrong, skipped, unseen }: ResultView['counts']) =>
		[
			{ n: right, text: 'right' },
			{ n: partly, text: 'partly right' },
			{ n: wrong, text: 'missed' },
			{ n: skipped, text: 'skipped' },
			{ n: unseen, text: 'not reached' }
		].filter(({ n }) => n > 0),
	next: ({ skill, exercise }: NonNullable<ResultView['next']>) => ({
		lead: 'Next:',
		skill: skillWords[skill].name,
		missed: exercise === null ? ', not tried yet' : missedOf(exercise),
		on: `Short questions on ${skillWords[skill].on}.`,
		button: 'Train that'
	}),
	missed: 'Try the ones you missed',
	fresh: 'Same skills, new questions',
	progress: 'Progress over all answers',
	xray: 'X-ray of the article',
	xrayMeans: 'Whose voice, how sure, what kind of source, over every sentence.',
	openXray: 'Open the X-ray',
	article: 'Read the article again',
	backToQuiz: 'Back to the open questions',
	empty: {
		heading: 'No answers yet',
		text: 'The result appears here once a question is answered. Answers are kept in this tab while the quiz is taken; a link to a quiz never carries them.',
		button: 'Go to the quiz'
	}
};

export const profile = {
	heading: 'Skills in this quiz',
	skill: 'Skill',
	share: 'Share of the points',
	points: 'Points',
	of: (points: string, max: number) => `${points} of ${max}`,
	tried: (answers: number) => `tried ${answers}`,
	names: (names: readonly string[]) => names.join('\u00a0· '),
	note: 'A bar needs 3 answers on a skill; before that it says nothing.'
};

export const calibration = {
	heading: 'How sure, and how often right',
	level: 'How sure',
	share: 'Share right',
	right: 'Right',
	levels: sureWords,
	of: (right: number, answers: number) => `${right} of ${answers}`,
	percent: (percent: number) => `${percent} %`,
	noAnswers: 'none',
	zone: 'The outlined stretch is where that answer pays best: ‘fairly sure’ from 67 %, ‘certain’ above 80 %. A share needs 5 answers.',
	fewer: 'From 5 answers a level has a share and a bar.',
	accuracy: 'Right among the rated',
	bonus: 'Bonus for knowing how sure to be',
	bonusLater: (rated: number) => `shown from 10 rated answers (${rated} so far)`,
	none: 'No answer was rated. ‘How sure are you?’ under a question is optional and never counts in the mark.'
};

export const suspicion = {
	heading: 'Trusting and doubting the text',
	credulity: '‘Stated’ where the article does not state it',
	overSuspicion: 'Anything else where the article does state it',
	percent: (percent: number, count: number, of: number) => `${percent} % (${count} of ${of})`,
	notYet: (of: number, needed: number) => `not enough yet (${of} of ${needed} answers)`,
	confused: '‘Contradicted’ and ‘not stated’ mixed up',
	times: (n: number) => (n === 0 ? 'never' : n === 1 ? 'once' : `${n} times`),
	note: 'Doubting everything is no better than believing everything: both are counted, apart from the mark.'
};

export const again = {
	heading: 'Each question again',
	outcomes: {
		right: 'right',
		partly: 'partly right',
		wrong: 'missed',
		skipped: 'skipped',
		unmarked: 'not marked'
	} satisfies Record<Outcome, string>,
	points: (points: string, max: number) => (max === 0 ? '' : `${points} of ${max}`)
};

export const share = {
	heading: 'Give this quiz to someone',
	text: 'The same questions in the same order. Your answers are not in the link.',
	link: 'Link to this quiz',
	copy: 'Copy the link',
	copied: 'Copied.',
	failed: 'Copying was refused. Press and hold the link instead.',
	sheet: 'Print as a worksheet',
	sheetMeans: 'The article, the questions with room to write, and the key on a page of its own.'
};
