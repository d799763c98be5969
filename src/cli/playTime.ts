import type { Reader } from './reader';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Returns a time since the first start as people say it: `0.4 s`, `5 min`, `3 h 05 min`, `day 365`. */
export function sinceStart(seconds: number, { say }: Reader): string {
  if (seconds < minute) return say('cli.play.seconds', { seconds: String(Math.round(seconds * 10) / 10) });
  const [hours, minutes] = [Math.floor(seconds / hour), Math.floor((seconds % hour) / minute)];
  if (seconds < hour)
    return say('cli.play.minutes', { minutes: String(minutes), seconds: twoDigits(Math.floor(seconds % minute)) });
  if (seconds < day) return say('cli.play.hours', { hours: String(hours), minutes: twoDigits(minutes) });
  return say('cli.play.day', { day: String(Math.round(seconds / day)) });
}

/** Returns the date, as year-month-day in UTC, that lies `seconds` after the first start. */
export function dateAfter(start: Date, seconds: number): string {
  return new Date(start.getTime() + seconds * 1000).toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
