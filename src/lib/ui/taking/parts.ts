/**
 * What an attempt needs only past its first question: what is told, what is kept, what was refused, and the
 * end. In a chunk of its own, so that the first page stays light; fetched with the first tap or key.
 */
import { told } from '../player/told.ts';
import DisputeForm from './DisputeForm.svelte';
import End from './End.svelte';
import Kept from './Kept.svelte';
import NoStorage from './NoStorage.svelte';
import Refused from './Refused.svelte';

export const parts = { told, DisputeForm, End, Kept, NoStorage, Refused };

export type Parts = typeof parts;
