import type { Chance } from './chance.ts';

/** A word that people wrote: it must never be in the log. */
export const CANARY = 'zeppelin';

type Place = { readonly holder: object; readonly key: string };

const HOSTILE: readonly string[] = [
  `${CANARY}\0`,
  `\ud800${CANARY}`,
  `${CANARY}\udc00`,
  `\u202e${CANARY}\u2066`,
  `<!channel> *${CANARY}* <@U0RENATA> &amp; <https://${CANARY}.example|x>`,
  `${CANARY}‌‍‎${'́'.repeat(200)}`,
  '',
  ' ',
  '\n'.repeat(50),
  '__proto__',
  'constructor',
  '-',
  `'; drop table term; -- ${CANARY}`,
  '9'.repeat(30),
  '2026-99-99',
  'C0OPENDOORS',
  'C0NOWHERE',
  'U0NOBODY',
  'T0NOTEAM',
  '00000000-0000-0000-0000-000000000000',
];

const EDGES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  [null],
  [[]],
  {},
  { id: null },
  { id: CANARY },
  CANARY,
];

/** One change somewhere in it, which may be anything that JSON can say; the payload itself stays as it was. */
export function mutated(payload: object, foreign: readonly string[], chance: Chance): object {
  const copy = structuredClone(payload);
  const places = placesIn(copy);
  if (places.length === 0) return copy;
  const { holder, key } = chance.of(places);
  const value: unknown = Reflect.get(holder, key);
  const set = (given: unknown) => void Reflect.set(holder, key, given);
  const ways: readonly (() => unknown)[] = [
    () => Reflect.deleteProperty(holder, key),
    () => set(null),
    () => set(chance.of(EDGES)),
    () => set(chance.of(HOSTILE)),
    () => set(typeof value === 'string' ? value + chance.of(HOSTILE) : chance.of(HOSTILE)),
    () => set(`${CANARY} `.repeat(chance.of([200, 4_000]))),
    () => set(chance.of(foreign)),
    () => set(withoutAnId(value, chance.of([...foreign, CANARY]))),
    () => set([value]),
    () => set({ value }),
    () => set(nested(value, chance.of([5, 60, 300]))),
    () => Reflect.set(holder, chance.of(HOSTILE), value),
    () => set(swapped(value, chance.of(places))),
  ];
  chance.of(ways)();
  return copy;
}

/** Where a text names an id among other words, another one. */
function withoutAnId(value: unknown, other: string): unknown {
  if (typeof value !== 'string') return other;
  return value.replace(/[0-9a-f-]{36}|\b[CUT]0[A-Z0-9]+|\d+/, other);
}

function swapped(value: unknown, { holder, key }: Place): unknown {
  const other: unknown = Reflect.get(holder, key);
  const isWhole = [value, other].some((one) => typeof one === 'object' && one !== null);
  // What came to hold itself would do so for ever.
  if (isWhole) return CANARY;
  Reflect.set(holder, key, value);
  return other;
}

function nested(value: unknown, times: number): unknown {
  let given = value;
  for (let n = 0; n < times; n += 1) given = n % 2 ? [given] : { value: given };
  return given;
}

function placesIn(value: object): readonly Place[] {
  return Object.entries(value).flatMap(([key, item]) => [
    { holder: value, key },
    ...(typeof item === 'object' && item !== null ? placesIn(item) : []),
  ]);
}
