/** Action ids: `<capability>.<verb>`. Their values are a channel of the partnership. */
export const CALENDARS = {
  file: 'calendars.file',
  link: 'calendars.link',
  off: 'calendars.off',
  renew: 'calendars.renew',
} as const;
