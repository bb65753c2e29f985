export const CHANNELS = { start: 'channels.start' } as const;
