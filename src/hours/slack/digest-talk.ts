import type { Context } from '../../context.ts';
import { button } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { knownUntil } from '../holiday.ts';
import { placeCode } from '../place.ts';
import { showHours } from '../show-hours.ts';
import { HOURS } from './ids.ts';
import { dateWords } from './words.ts';

const FROM_MONTH = 11;
/** Before words that are missing: dates are counted wrong without it. */
const WEIGHT = 10;

/** From November on, asks a coordinator for the holidays of the next year while they are not known. */
export const holidaysDigest = {
  name: 'holidays',
  async lines(ctx: Context) {
    const { own, holidays, today, mayChange, channelId } = await showHours(ctx);
    if (!own?.country || !mayChange) return [];
    const { country, subdivision, shortName, closures } = own;
    const until = knownUntil({ closures, holidays });
    const year = Number(today.slice(0, 4)) + (Number(today.slice(5, 7)) >= FROM_MONTH ? 1 : 0);
    if (until === undefined || until >= `${year}`) return [];
    const value = `${placeCode({ country, subdivision })} ${channelId}`;
    return [
      {
        slot: 'question' as const,
        weight: WEIGHT,
        text: `The holidays of ${bold(shortName)} are known until ${dateWords(until)}. Shall I add those of ${year}?`,
        buttons: [
          button({
            id: HOURS.days,
            text: 'Choose days',
            value,
            label: `Choose the holidays of ${year}`,
          }),
        ],
      },
    ];
  },
};
