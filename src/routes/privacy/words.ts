/** The words of 'Privacy'. Every figure comes from the server that shows the page. */
import type { PageData } from './$types';
import { counted } from '$lib/ui/counting';

type Facts = PageData['facts'];

const days = (n: number) => counted(n, 'day');

export const privacy = {
	title: 'Privacy · Says Who',
	description:
		'What this server keeps about learners and teachers, for how long, who sees it, and how it is taken away or deleted.',
	heading: 'Privacy',
	lead: 'What this server keeps, about whom, for how long, and who sees it. The figures below are the settings of this server.',
	table: {
		what: 'What',
		until: 'Until when',
		seen: 'Who sees it'
	},
	people: (facts: Facts) => [
		{
			id: 'alone',
			heading: 'Reading and practising on your own',
			lead: 'Nothing that could be read is kept on the server: no account, no cookie, no answers. What you answer stays in your browser.',
			rows: [
				{
					what: 'Answers and their times, on your own device, for ‘Progress’ and for questions that come back',
					until: 'You clear the device on the page ‘Progress’, or the browser does',
					seen: 'Whoever uses the device, as far as it is not locked'
				},
				{
					what: 'Answers that you move to another phone: encrypted in your browser with a key that is never sent here',
					until: `They are fetched, once, or ${counted(facts.parcelMinutes, 'minute')} have passed`,
					seen: 'Nobody without the code. The server cannot read them.'
				}
			]
		},
		{
			id: 'learners',
			heading: 'Learners in a class',
			lead: 'No email, no password and no real name are asked for. A nickname is enough, unless the teacher works with a list of names.',
			rows: [
				{
					what: 'Nickname, or the name on the teacher’s list; when it joined',
					until: `${days(facts.retentionDays)} after the class ends, or ${days(facts.undoDays)} after the teacher removes it`,
					seen: 'The teachers of the class. Where learners pick their name from the list, the names nobody has taken yet are shown to whoever has the class code while joining is open.'
				},
				{
					what: 'Answers with their times, how sure, marks, questions put in doubt, extra time and the like',
					until: 'As long as the name',
					seen: 'The learner, a partner at the same device for what they did together, and the teachers of the class. A projector may show a class’s answers without names.'
				},
				{
					what: 'Answers on the learner’s own device, so that none is lost without a network',
					until: 'The server has them and the attempt is handed in',
					seen: 'Whoever uses the device, as far as it is not locked'
				}
			]
		},
		{
			id: 'teachers',
			heading: 'Teachers',
			lead: 'Teachers have an account so that nobody else sees their classes.',
			rows: [
				{
					what: 'Name, email and role; the password only as an argon2id hash',
					until: `The account is deleted; where an administrator closes it, ${days(facts.undoDays)} after that`,
					seen: 'Name and email: the school’s administrators and those who teach a class together. The name: learners may see who made an assignment.'
				},
				{
					what: 'Classes, assignments, changed marks with their reasons',
					until: `A class or an assignment: ${days(facts.undoDays)} after it is deleted. Changed marks stay with the assignment; an account that is deleted leaves no name on them.`,
					seen: 'The teachers of the class. Administrators see no class that they do not teach.'
				},
				{
					what: 'Invitations and links to set a password, as hashes',
					until: `At most ${days(facts.invitationDays)}`,
					seen: 'Nobody: a link is shown once, to the administrator who makes it'
				}
			]
		}
	],
	cookies: {
		heading: 'Cookies',
		lead: 'Each is only for those who need it. They say who you are to this site, cannot be read by scripts, and are never used to follow anyone.',
		name: 'Name',
		purpose: 'What for',
		lasts: 'How long',
		rows: ({ cookies: { learner, teacher, claim } }: Facts) => [
			{
				name: learner.name,
				purpose: 'Set when a learner joins a class: keeps the place in it',
				lasts: `${days(learner.days)}, or until ‘Not you?’`
			},
			{
				name: claim.name,
				purpose:
					'Set when a learner asks for a name that somebody has taken: keeps the place until the teacher decides',
				lasts: `${days(claim.days)}, or until the teacher has decided`
			},
			{
				name: teacher.name,
				purpose: 'Set when a teacher signs in: keeps the session',
				lasts: `${days(teacher.days)}, or until signing out`
			}
		]
	},
	rights: {
		heading: 'See it, take it away, have it deleted',
		points: (facts: Facts) => [
			'Learners see their own answers and marks in their list, and can ask their teacher for a copy or to be removed.',
			'Teachers export a whole class as one file, or the marks as a table, from the gradebook of the class.',
			`Teachers remove a learner on the page of the class, and delete a class in its settings. For ${days(facts.undoDays)} both can be undone; then all of it is gone.`,
			`Teachers delete their account on the page ‘Account’. Name, email and password go at once. An administrator can close a colleague’s account on the page ‘People’: the same goes after ${days(facts.undoDays)}, with the classes that nobody else teaches.`,
			`Without anyone’s doing, the learners of a class and all they answered are deleted ${days(facts.retentionDays)} after the class ends.`
		]
	},
	others: {
		heading: 'Nobody else',
		paragraphs: (facts: Facts) => [
			'No third party is asked for anything: no analytics, no advertising, no fonts or scripts from elsewhere, no messages sent. Nothing is sold or passed on.',
			`Everything lies in ${facts.store === 'file' ? 'one file on this server' : 'the database that this server uses'}, at the school or wherever the school runs it. Whoever runs the server can reach its files, and copies of them for safety last as long as they decide.`,
			'The log of the server notes faults, without answers.',
			facts.secure
				? 'The connection to this site is encrypted.'
				: 'The connection to this site is not encrypted: others in the same network could read along. Use it only in a network that you trust.'
		]
	}
};
