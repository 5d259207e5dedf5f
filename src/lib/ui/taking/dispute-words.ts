/** The words of 'question this question', where it goes to the teacher. */
export const words = {
	title: 'Question this question',
	help: 'Does the key or a reason not hold up? Write what, and your teacher gets it.',
	label: 'What does not hold up?',
	send: 'Send to the teacher',
	sent: 'Sent to your teacher.',
	failed: 'It could not be sent just now. What you wrote is still here.'
};
