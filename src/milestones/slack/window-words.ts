import { listed } from '../../slack/listed.ts';
import type { Seen } from '../list-milestones.ts';
import { dayWords, nameOf, type Scene } from './words.ts';

/** Whose window a day misses; empty where it misses nobody’s, or nobody’s may be told yet. */
export function outsideWords(seen: Seen, on: string | undefined, scene: Scene): string {
  if (!on || seen.milestone.isCollecting) return '';
  const day = (date: string) => dayWords(date, scene.today);
  const misses = seen.answers.flatMap(({ organizationId, earliestOn, latestOn }) => {
    const name = nameOf(scene, organizationId);
    if (latestOn && on > latestOn) return [`after the latest day of ${name} (${day(latestOn)})`];
    if (earliestOn && on < earliestOn)
      return [`before the earliest day of ${name} (${day(earliestOn)})`];
    return [];
  });
  return misses.length > 0 ? `That is ${listed(misses)}.` : '';
}

/** The windows of those who gave one, for whoever chooses a day. */
export function windowsWords(seen: Seen, scene: Scene): string {
  if (seen.milestone.isCollecting) return '';
  const day = (date: string) => dayWords(date, scene.today);
  const windows = seen.answers.flatMap(({ organizationId, earliestOn, latestOn }) => {
    if (!earliestOn && !latestOn) return [];
    const from = earliestOn ? ` from ${day(earliestOn)}` : '';
    const until = latestOn ? ` until ${day(latestOn)}` : '';
    return [`${nameOf(scene, organizationId)}${from}${until}`];
  });
  return windows.length > 0 ? `What the organizations can do: ${windows.join(', ')}.` : '';
}
