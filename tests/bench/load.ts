// Sends requests from many clients at once over connections that stay open, with as little work on this
// side as Node allows: the machine has few cores, and the server needs one of them.

import { Agent, request } from 'node:http';

export interface Sent {
	path: string;
	method?: 'GET' | 'POST';
	headers?: Record<string, string>;
	body?: string;
}

export interface Came {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: string;
	/** Milliseconds from the first byte sent to the last byte received. */
	took: number;
}

/** One client, with a connection of its own. */
export class Client {
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
	readonly #address: string;

	constructor(address: string) {
		this.#address = address;
	}

	send({ path, method = 'GET', headers = {}, body = '' }: Sent): Promise<Came> {
		const began = performance.now();
		return new Promise((settle, reject) => {
			const sending = request(
				this.#address + path,
				{
					method,
					agent: this.#agent,
					headers: {
						...headers,
						...(method === 'POST'
							? { origin: this.#address, 'content-length': Buffer.byteLength(body) }
							: {})
					}
				},
				(response) => {
					let text = '';
					response.setEncoding('utf8');
					response.on('data', (chunk: string) => (text += chunk));
					response.on('end', () => {
						settle({
							status: response.statusCode ?? 0,
							headers: response.headers,
							body: text,
							took: performance.now() - began
						});
					});
				}
			);
			sending.on('error', reject);
			sending.end(body);
		});
	}

	close(): void {
		this.#agent.destroy();
	}
}

/** The value that a share of all lies at or below. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
