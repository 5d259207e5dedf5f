// Answers that a browser saves as a file.

type Kind = 'csv' | 'json';

const TYPES: Record<Kind, string> = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8'
};

/**
 * @param parts what the file is about: 'says-who-8b-gradebook-2026-11-25.csv'
 */
export function download(
	content: string,
	parts: readonly string[],
	kind: Kind,
	now: number
): Response {
	return new Response(content, {
		headers: {
			'content-type': TYPES[kind],
			'content-disposition': `attachment; filename="${fileName(parts, kind, now)}"`,
			'cache-control': 'private, no-store'
		}
	});
}

/** Letters and digits of the Latin alphabet only: every system can store it. */
export function fileName(parts: readonly string[], kind: Kind, now: number): string {
	const plain = parts
		.map((part) =>
			part
				.normalize('NFKD')
				.replace(/\p{M}/gu, '')
				.toLowerCase()
				.replace(/[^a-z0-9]+/gu, '-')
				.replace(/^-+|-+$/gu, '')
				.slice(0, 40)
		)
		.filter((part) => part !== '');
	return `${['says-who', ...plain, new Date(now).toISOString().slice(0, 10)].join('-')}.${kind}`;
}
