/**
 * What a page does for later, once it has been alive for a while: it learns to open without a network,
 * keeps the article that is shown, puts in order what is kept, and offers a newer version. Loading it
 * begins it, which the layout does; nothing of it is needed for a first question.
 */
import { mount } from 'svelte';
import Later from './Later.svelte';

const main = document.getElementById('main');
// The teachers' rooms need their server.
if (main?.parentElement && !location.pathname.startsWith('/teach'))
	mount(Later, { target: main.parentElement, anchor: main });
