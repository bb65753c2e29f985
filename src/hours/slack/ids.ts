/** Action and callback ids: `<capability>.<verb>`. */
export const HOURS = {
  arrange: 'hours.arrange',
  confirm: 'hours.confirm',
  country: 'hours.country',
  days: 'hours.days',
  mine: 'hours.mine',
  state: 'hours.state',
} as const;
