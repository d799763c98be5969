import type { Reader } from './reader';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Returns a time since the first start as people say it: `0.4 s`, `5 min`, `3 h 05 min`, `day 365`. */
export function sinceStart(seconds: number, { say }: Reader): string {
  if (seconds < minute) return `${String(Math.round(seconds * 10) / 10)} s`;
  if (seconds < hour) return `${String(Math.floor(seconds / minute))} min ${twoDigits(Math.floor(seconds % minute))} s`;
  if (seconds < day)
    return `${String(Math.floor(seconds / hour))} h ${twoDigits(Math.floor((seconds % hour) / minute))} min`;
  return say('cli.play.day', { day: String(Math.round(seconds / day)) });
}

/** Returns the date, as year-month-day in UTC, that lies `seconds` after the first start. */
export function dateAfter(start: Date, seconds: number): string {
  return new Date(start.getTime() + seconds * 1000).toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
