export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same measure of what cannot be undercut, in the same run. */
  readonly floor: number;
};

/** One line of JSON for each measure. */
export function report({ name, value, unit, floor }: Measure): void {
  const ratio = Number((value / floor).toPrecision(3));
  console.log(JSON.stringify({ name, value: rounded(value), unit, floor: rounded(floor), ratio }));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
