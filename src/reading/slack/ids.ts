/** Action ids: `<capability>.<verb>`. Their value is the channel. */
export const READING = {
  allow: 'reading.allow',
  ask: 'reading.ask',
  stop: 'reading.stop',
} as const;
