/**
 * Forms that are sent by script where there is one, with Kit's own `enhance`. As attachments: code that
 * runs actions would come with every page of the app, since pages share one runtime.
 */
import { enhance } from '$app/forms';
import { fromAction, type Attachment } from 'svelte/attachments';

type Submit = NonNullable<Parameters<typeof enhance>[1]>;

/** What was sent is answered in place, as Kit does it by itself. */
export const enhanced: Attachment<HTMLFormElement> = fromAction(enhance);

/** As {@link enhanced}, with what happens before and after. */
export const enhancedBy = (submit: Submit): Attachment<HTMLFormElement> =>
	fromAction(enhance, () => submit);
