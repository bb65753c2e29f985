/** Action and callback ids: `<capability>.<verb>`. */
export const EXPLAINING = {
  explain: 'explaining.explain',
} as const;
