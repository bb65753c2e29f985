export const DIGEST = {
  change: 'digest.change',
  resume: 'digest.resume',
  stop: 'digest.stop',
} as const;
