const languages = navigator.languages;

/** @param {string} ts A message's time: seconds, a dot, a counter. */
export function dateOf(ts) {
  return new Date(Number(ts.split('.')[0]) * 1000);
}

function formatted(date, timeZone, options) {
  return new Intl.DateTimeFormat(languages, { timeZone, ...options }).format(date);
}

export function timeIn(timeZone, date) {
  return formatted(date, timeZone, { hour: '2-digit', minute: '2-digit' });
}

export function dayIn(timeZone, date) {
  return formatted(date, timeZone, { weekday: 'long', day: 'numeric', month: 'long' });
}

export function momentIn(timeZone, date) {
  return formatted(date, timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Without the year, where there is little room. */
export function shortMomentIn(timeZone, date) {
  return formatted(date, timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

const day = { month: 'long', day: 'numeric', year: 'numeric' };
const shapes = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: day,
  date_short: { ...day, month: 'short' },
  date_long: { ...day, weekday: 'long' },
  date_long_full: { ...day, weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** Fills in the `{date}` and `{time}` parts of a `<!date^…>` token. */
export function dateText(seconds, pattern, timeZone) {
  const date = new Date(Number(seconds) * 1000);
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => {
    const shape = shapes[name.replace(/_pretty$/, '')];
    return shape ? formatted(date, timeZone, shape) : whole;
  });
}

/** Seconds since 1970 of what a `datetime-local` field says in a zone, and back. */
export function secondsOf(local, timeZone) {
  const guess = Date.parse(`${local}Z`);
  return Math.round((guess - offsetOf(guess, timeZone)) / 1000);
}

export function localOf(seconds, timeZone) {
  const milliseconds = seconds * 1000;
  return new Date(milliseconds + offsetOf(milliseconds, timeZone)).toISOString().slice(0, 16);
}

function offsetOf(milliseconds, timeZone) {
  const text = new Date(milliseconds).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(milliseconds / 1000) * 1000;
}
