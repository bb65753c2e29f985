/** The only reader of time. Whatever needs it is given it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
