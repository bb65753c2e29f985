export const DIGEST = {
  all: 'digest.all',
  change: 'digest.change',
  resume: 'digest.resume',
  stop: 'digest.stop',
} as const;
