/** Numbers, times and lists the way the reader's locale writes them. */

const locale = 'en';

const plural = new Intl.PluralRules(locale);
const decimal = new Intl.NumberFormat(locale);
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const dollars = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});
const smallDollars = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 3,
});
const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const localDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const shortLocalDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const list = new Intl.ListFormat(locale);
const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** `3 files`, `1 file`: the number with the right form of the word. */
export function counted(count: number, one: string, other: string): string {
  return `${decimal.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return list.format(words);
}

export function formatNumber(value: number): string {
  return decimal.format(value);
}

/** A score from 0 to 10 with at most one decimal. */
export function formatScore(value: number): string {
  return oneDigit.format(value);
}

/** A share from 0 to 1. */
export function formatPercent(share: number): string {
  return percent.format(share);
}

/** US dollars and cents; sums below a cent keep what is not zero. */
export function formatDollars(amount: number): string {
  return (amount === 0 || amount >= 0.01 ? dollars : smallDollars).format(amount);
}

export function formatDateTime(iso: string): string {
  return dateTime.format(new Date(iso));
}

/** A calendar day, given as `2026-01-31`. */
/** Such as 2026-01. */
export function formatMonth(isoMonth: string): string {
  return month.format(new Date(`${isoMonth}-01`));
}

export function formatDay(isoDay: string): string {
  return day.format(new Date(`${isoDay}T00:00:00Z`));
}

/** A calendar day without its year, for axes. */
export function formatShortDay(isoDay: string): string {
  return shortDay.format(new Date(`${isoDay}T00:00:00Z`));
}

/** `1.2K`: for axes and small spaces. */
export function formatCompact(value: number): string {
  return compact.format(value);
}

/** `0.8 s`, `12 s`, `3 min 5 s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${oneDigit.format(seconds)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} min${rest > 0 ? ` ${rest} s` : ''}`;
}

/** `2 days 3 h`, `3 h 12 min`, `4 min`, `50 s`: how long something still is, coarser the longer. */
export function formatLeft(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (minutes < 1) return `${Math.max(0, Math.floor(seconds))} s`;
  if (hours < 1) return `${minutes} min`;
  if (days < 1) return `${hours} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`;
  return `${counted(days, 'day', 'days')}${hours % 24 > 0 ? ` ${hours % 24} h` : ''}`;
}

/** `512 B`, `2.1 KB`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${oneDigit.format(bytes / 1024)} KB`;
  return `${oneDigit.format(bytes / (1024 * 1024))} MB`;
}

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** The day of a time, where the reader is. */
export function formatDate(iso: string): string {
  return localDay.format(new Date(iso));
}

/** The day of a time, where the reader is, without its year. */
export function formatShortDate(iso: string): string {
  return shortLocalDay.format(new Date(iso));
}

/** `5 minutes ago`; the day itself after a week. */
export function formatAgo(iso: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (seconds > 7 * 86_400) return formatDate(iso);
  const step = steps.find(([, size]) => seconds >= size);
  return step ? ago.format(-Math.floor(seconds / step[1]), step[0]) : ago.format(0, 'second');
}
