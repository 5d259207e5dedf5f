/** One path of every kind of page, for measurements that visit them all. */

export interface Paths {
	home: string;
	article: string;
	question: string;
	/** A question with its answer in the address: the explanation, as without scripts. */
	explanation: string;
	result: string;
	xray: string;
}

/** Draws a full quiz on the first article of the running server and names its pages. */
export async function findPaths(address: string): Promise<Paths> {
	const home = await (await fetch(`${address}/`)).text();
	const [article] = /\/read\/[a-z0-9-]+/u.exec(home) ?? [];
	if (article === undefined) throw new Error('the home page links to no article');
	const slug = article.replace('/read/', '');
	const drawn = await fetch(`${address}/quiz/${slug}/new?draw=full`, { redirect: 'manual' });
	const question = drawn.headers.get('location') ?? '';
	if (!question.startsWith(`/quiz/${slug}?`)) throw new Error(`no quiz was drawn: ${question}`);
	const quiz = question.slice(question.indexOf('?') + 1);
	return {
		home: '/',
		article,
		question,
		explanation: await answered(address, slug, quiz),
		result: `/quiz/${slug}/result?${quiz}`,
		xray: `${article}/xray`
	};
}

/** The first question of the quiz that one option answers, answered with its first option. */
async function answered(address: string, slug: string, quiz: string): Promise<string> {
	for (let n = 1; n <= 12; n++) {
		const path = `/quiz/${slug}?${quiz}&n=${String(n)}&do=check&r=`;
		for (const option of ['a', 'stated'])
			if ((await (await fetch(address + path + option)).text()).includes('class="verdict'))
				return path + option;
	}
	throw new Error('no question of the quiz can be answered with one option');
}

/** Every page in turn, questions and explanations of several quizzes among them. */
export async function samplePages(address: string): Promise<string[]> {
	const runs = [];
	for (let i = 0; i < 5; i++) runs.push(await findPaths(address));
	const [first] = runs;
	if (!first) return [];
	const quiz = runs.flatMap(({ question, explanation, result }) => [
		...Array.from({ length: 12 }, (_, i) => `${question}&n=${String(i + 1)}`),
		explanation,
		result
	]);
	return [first.home, first.article, first.xray, ...quiz];
}
