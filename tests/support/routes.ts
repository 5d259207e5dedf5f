// The routes of the app as its files have them, with what each answers: for the test that proves who may
// ask which. Read from the sources, so that a route that is new is in here without anybody's doing.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export interface Route {
	/** As Kit names it: '/teach/classes/[class]'. */
	id: string;
	/** 'GET' for a page or an endpoint that is read, 'POST' and so on for one that takes, '?/name' for an action. */
	answers: string[];
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every route below a folder of routes, by id. */
export function listRoutes(folder: string): Route[] {
	const routes = new Map<string, Set<string>>();
	for (const file of filesBelow(folder)) {
		const name = file.split('/').at(-1) ?? '';
		if (!/^\+(page|server)(\.server)?\.(svelte|ts)$/u.test(name)) continue;
		const id = `/${relative(folder, file).split('/').slice(0, -1).join('/')}`;
		const answers = routes.get(id) ?? new Set<string>();
		routes.set(id, answers);
		if (name.startsWith('+page')) answers.add('GET');
		if (name.endsWith('.ts')) for (const answer of exportsOf(file)) answers.add(answer);
	}
	return [...routes]
		.map(([id, answers]) => ({ id, answers: [...answers].sort() }))
		.sort((a, b) => a.id.localeCompare(b.id));
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesBelow(path) : [path];
	});
}

/** Methods and actions that a file of a route exports. */
function exportsOf(file: string): string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const found: string[] = [];
	for (const statement of source.statements) {
		if (ts.isFunctionDeclaration(statement) && statement.name) found.push(statement.name.text);
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (!ts.isIdentifier(name)) continue;
			found.push(name.text);
			if (name.text === 'actions') found.push(...actionsOf(initializer, file));
		}
	}
	return found.filter((name) => METHODS.includes(name) || name.startsWith('?/'));
}

/** @throws when the actions are not spelled out where they are exported, since they could hide then */
function actionsOf(value: ts.Expression | undefined, file: string): string[] {
	let inner = value;
	while (inner && (ts.isSatisfiesExpression(inner) || ts.isAsExpression(inner)))
		inner = inner.expression;
	if (!inner || !ts.isObjectLiteralExpression(inner))
		throw new Error(`${file}: the actions must be an object literal`);
	return inner.properties.map((property) => {
		if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)))
			throw new Error(`${file}: an action has no plain name`);
		return `?/${property.name.text}`;
	});
}
