import { onMount } from 'svelte';
import { invalidateAll } from '$app/navigation';

/**
 * Loads the page's data anew from time to time, for as long as it is there and somebody can see it.
 * @param every milliseconds
 */
export function lookEvery(every: number, stillWanted: () => boolean = () => true): void {
	onMount(() => {
		const timer = setInterval(() => {
			if (stillWanted() && document.visibilityState === 'visible') void invalidateAll();
		}, every);
		return () => {
			clearInterval(timer);
		};
	});
}
