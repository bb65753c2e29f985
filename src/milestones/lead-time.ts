import { Refusal } from '../refusal.ts';
import type { LeadTime } from './milestone.ts';

/** Reads `20, 35, 60`: how many working days such a thing takes at least, usually and at most. */
export function readLeadTime(text: string): LeadTime {
  const [minimum, typical, maximum, ...more] = (text.match(/\d+|[^\s,;]+/g) ?? []).map(Number);
  if (
    minimum === undefined ||
    typical === undefined ||
    maximum === undefined ||
    more.length > 0 ||
    ![minimum, typical, maximum].every((days) => Number.isInteger(days) && days <= MOST)
  ) {
    throw new Refusal(
      'invalid',
      'How many working days does such a thing take? The least, what is usual, the most: `20, 35, 60`.',
      'leadTime',
    );
  }
  if (minimum > typical || typical > maximum) {
    throw new Refusal(
      'invalid',
      'The least comes first, then what is usual, then the most: `20, 35, 60`.',
      'leadTime',
    );
  }
  return { minimum, typical, maximum };
}

const MOST = 1_000;

/** What reads back as this. */
export function leadTimeLine({ minimum, typical, maximum }: LeadTime): string {
  return `${minimum}, ${typical}, ${maximum}`;
}
