/** What nests deeper than this is no payload, no answer and no row of anybody. */
const DEEPEST = 100;

/** A text as every database keeps it: without U+0000, and with U+FFFD for half a surrogate pair. */
export function storableText(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return whole.isWellFormed() ? whole : whole.toWellFormed();
}

/** The same for every text and every key of a parsed JSON; throws a `RangeError` where it nests too deep. */
export function storable(value: unknown, deepest = DEEPEST): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (deepest === 0) throw new RangeError('nests too deep');
  if (Array.isArray(value)) return value.map((item) => storable(item, deepest - 1));
  // Not by assignment, by which a key named `__proto__` would change what the object is.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storableText(key), storable(item, deepest - 1)]),
  );
}

/** What escapes in a JSON text may stand for what a database refuses. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/** The same for a JSON text, which is handed back as it is where nothing in it is refused. */
export function storableJson(json: string): string {
  return SUSPECT.test(json) ? JSON.stringify(storable(JSON.parse(json))) : storableText(json);
}
