/** Where public holidays are taken from: a country, and a state or a region of one where it has some. */
export type Place = {
  /** ISO 3166-1: `US`. */
  readonly country: string;
  /** `IL`, or with a region `BY-A`. */
  readonly subdivision: string | undefined;
};

/** `US-IL` */
export function placeCode({ country, subdivision }: Place): string {
  return subdivision ? `${country}-${subdivision}` : country;
}

/** The place of a code that was stored or put into a button; it need not exist. */
export function placeOfCode(code: string): Place {
  const [country = '', ...rest] = code.toUpperCase().split('-');
  return { country, subdivision: rest.join('-') || undefined };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return placeCode(a).toUpperCase() === placeCode(b).toUpperCase();
}
