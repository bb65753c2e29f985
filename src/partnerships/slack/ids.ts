/** Action and callback ids: `<capability>.<verb>`. */
export const PARTNERSHIPS = {
  guest: 'partnerships.guest',
  members: 'partnerships.members',
  membersNext: 'partnerships.members-next',
  setup: 'partnerships.setup',
} as const;
