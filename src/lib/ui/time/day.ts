/** The calendar day where the device is, '2026-11-25'. @param time milliseconds since 1970 */
export function dayOf(time: number): string {
	const date = new Date(time);
	return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
}
