import type { Context } from '../../context.ts';
import { getShares } from '../get-shares.ts';
import { countWords } from './words.ts';

const ENOUGH_GROUPS = 3;

/** How the newest round goes, in counts alone; of one or two groups, how many met would say who. */
export const checkinsDigest = {
  name: 'checkins',
  async lines(ctx: Context, { since }: { readonly since: Date }) {
    const { shares, joined } = await getShares(ctx);
    const [newest] = shares;
    if (!newest) return [];
    const { number, matched, grouped, met, isClosed, closedAt, openedAt } = newest;
    if ((closedAt ?? openedAt) < since) return [];
    const introduced = `round ${number} introduced ${countWords(matched, 'person', 'people')} of ${newest.joined} in ${countWords(grouped, 'group', 'groups')}`;
    const soFar = isClosed ? '' : ' so far';
    const outcome = grouped >= ENOUGH_GROUPS ? `, of which ${met} met${soFar}` : '';
    const now =
      joined === newest.joined
        ? ''
        : ` ${countWords(joined, 'person takes', 'people take')} part now.`;
    return [
      {
        slot: 'good' as const,
        weight: 1,
        text: `*Check-ins*: ${introduced}${outcome}.${now}`,
      },
    ];
  },
};
