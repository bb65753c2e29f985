const DAY_MS = 86_400_000;
const full = { month: 'long', day: 'numeric', year: 'numeric' };

/** What `Intl` makes of each placeholder, by Slack’s reference of the date element. */
const shapes = {
  date_slash: { day: '2-digit', month: '2-digit', year: 'numeric' },
  date_long: { ...full, weekday: 'long' },
  date_long_full: full,
  date: { month: 'long', day: 'numeric' },
  date_short: { ...full, month: 'short' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** The longest first; whatever is shorter than a minute counts in seconds. */
const units = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/**
 * Fills in the `{date}` and `{time}` parts of a `<!date^…>` token by the clock and in the language of whoever
 * reads. Undefined where that cannot be done: then Slack shows the fallback.
 * @param {string | number} seconds
 * @param {string} pattern
 * @param {{ timeZone: string, now: Date, languages: readonly string[] }} reader
 */
export function dateText(seconds, pattern, reader) {
  const date = /^-?\d+$/.test(String(seconds)) ? new Date(Number(seconds) * 1000) : undefined;
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (!date || Number.isNaN(date.getTime()) || !names.every(isKnown)) return undefined;
  return pattern.replaceAll(/\{(\w+)\}/g, (_whole, name) => partText(name, date, reader));
}

function isKnown(name) {
  return ['date_num', 'day_divider_pretty', 'ago'].includes(name) || plain(name) in shapes;
}

/** Only dates have a pretty form. */
function plain(name) {
  return name.replace(/^(date|date_short|date_long)_pretty$/, '$1');
}

function partText(name, date, reader) {
  if (name === 'date_num') return numbersOf(date, reader);
  if (name === 'ago') return agoText(date, reader);
  const near = name.endsWith('_pretty') && nearDay(date, reader);
  if (near) return near;
  if (name === 'day_divider_pretty') return dividerText(date, reader);
  return formatted(date, shapes[plain(name)], reader);
}

function formatted(date, shape, { languages, timeZone }) {
  return new Intl.DateTimeFormat(languages, { timeZone, ...shape }).format(date);
}

/** In Sweden dates are written as Slack writes numbers: 2026-12-01. */
function numbersOf(date, { timeZone }) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(date);
}

/** Yesterday, today or tomorrow; empty for all other days. */
function nearDay(date, reader) {
  const days = (at) => Date.parse(numbersOf(at, reader)) / DAY_MS;
  const away = days(date) - days(reader.now);
  return Math.abs(away) > 1 ? '' : relative(away, 'day', reader);
}

function dividerText(date, reader) {
  const yearOf = (at) => numbersOf(at, reader).slice(0, 4);
  const { year: _year, ...thisYear } = shapes.date_long;
  const isThisYear = yearOf(date) === yearOf(reader.now);
  return formatted(date, isThisYear ? thisYear : shapes.date_long, reader);
}

function agoText(date, reader) {
  const away = date - reader.now;
  const [unit, length] = units.find(([, each]) => Math.abs(away) >= each) ?? units.at(-1);
  return relative(Math.trunc(away / length), unit, reader);
}

function relative(count, unit, { languages }) {
  return new Intl.RelativeTimeFormat(languages, { numeric: 'auto' }).format(count, unit);
}
