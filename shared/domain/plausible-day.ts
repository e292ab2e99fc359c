/** Years that a plan can name: two digits are no year, and a slip of the finger makes five. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/** Whether a whole day, YYYY-MM-DD, is one that a plan can name. */
export function isPlausibleDay(day: string): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY && day.length === FIRST_DAY.length;
}
