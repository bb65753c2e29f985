import { type LeadTime, MOST_WORKING_DAYS } from './milestone.ts';

/**
 * Reads `20, 35, 60`: how many working days such a thing takes at least, usually and at most. Undefined
 * for anything but three whole numbers in that order, of 1000 at the most.
 */
export function readLeadTime(text: string): LeadTime | undefined {
  const words = text.trim().split(/[\s,;]+/);
  const [minimum = 0, typical = 0, maximum = 0] = words.map(Number);
  const isRead = words.length === 3 && words.every((word) => /^\d+$/.test(word));
  const isInOrder = minimum <= typical && typical <= maximum && maximum <= MOST_WORKING_DAYS;
  return isRead && isInOrder ? { minimum, typical, maximum } : undefined;
}

/** What reads back as this. */
export function leadTimeLine({ minimum, typical, maximum }: LeadTime): string {
  return `${minimum}, ${typical}, ${maximum}`;
}
