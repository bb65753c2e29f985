export const languages = navigator.languages;

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

/** The moment it is in the sandbox, which goes on while nothing comes from there. */
export function nowBy(clock) {
  return new Date(clock.now + Date.now() - clock.at);
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
