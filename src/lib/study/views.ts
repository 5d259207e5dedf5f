/**
 * Every view of a pack, each made by one function: the server calls it for a page that it renders and
 * for browsers without the pack, a browser that has the pack calls the same one by itself.
 */
import type { PackVersion } from '../questions/pack.ts';
import { readFrom, xrayFrom, type ReadView, type XrayPage } from './read.ts';
import { resultFrom } from './result.ts';
import { sheetFrom } from './sheet.ts';
import { stepFrom } from './step.ts';
import type { ResultView, SheetView, StepView } from './view.ts';
import { ticketFrom, type TicketView } from './wish.ts';

export interface Views {
	read: ReadView;
	xray: XrayPage;
	/** A quiz drawn. */
	ticket: TicketView;
	step: StepView;
	result: ResultView;
	sheet: SheetView;
}

/**
 * Each throws {@link import('./trouble.ts').Trouble} when the parameters ask for what the pack does not
 * have.
 */
export const views: {
	[What in keyof Views]: (pack: PackVersion, params: URLSearchParams) => Views[What];
} = {
	read: readFrom,
	xray: xrayFrom,
	ticket: ticketFrom,
	step: stepFrom,
	result: resultFrom,
	sheet: sheetFrom
};
