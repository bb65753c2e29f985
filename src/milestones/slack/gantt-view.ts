import { ALT_TEXT_LIMIT, type Chart } from '../../charts/chart.ts';
import { type Gantt, ganttChart } from '../../charts/gantt.ts';
import type { GanttRow, Health } from '../../charts/gantt-rows.ts';
import { drawable } from '../../charts/label.ts';
import { cut } from '../../slack/limits.ts';
import type { Seen } from '../list-milestones.ts';
import { expectedOn } from '../milestone.ts';
import { underWay } from './timeline-view.ts';
import { count, dayWords, HEALTH_WORDS, type Scene, shortDay, statusWords } from './words.ts';

const MOST_ROWS = 15;

/** The milestones under way as a Gantt, with the windows that the viewer may see; undefined without any. */
export function ganttPicture(
  all: readonly Seen[],
  scene: Scene,
  partnershipName: string,
): Chart | undefined {
  const gantt = ganttOf(all, scene, partnershipName);
  return gantt && ganttChart(gantt);
}

/** What is drawn, and nothing else: what is not in here is in no picture. */
export function ganttOf(
  all: readonly Seen[],
  scene: Scene,
  partnershipName: string,
): Gantt | undefined {
  const open = underWay(all);
  if (open.length === 0) return undefined;
  const { organizations, today } = scene;
  const places = new Map(organizations.map(({ id }, at) => [id, at]));
  const shown = open.slice(0, MOST_ROWS);
  const left = open.length - shown.length;
  const over = all.length - open.length;
  const isBlind = shown.some(({ milestone }) => milestone.isCollecting);
  const notes = [
    ...(left > 0 ? [`${count(left, 'more milestone')} later than these, not drawn.`] : []),
    ...(isBlind
      ? ['Dates that nobody else may see yet are drawn for their own organization only.']
      : []),
  ];
  const rows = shown.map((seen, n) => rowOf(seen, n, places, scene));
  const title = `Timeline of ${drawable(partnershipName) ?? 'the partnership'}`;
  const subtitle = `${count(open.length, 'milestone')} under way${over > 0 ? `, ${over} over` : ''}`;
  const names = organizations.map(({ shortName }) => drawable(shortName) ?? 'Somebody');
  return {
    title,
    subtitle,
    altText: altTextOf(`${title}: ${subtitle}, today ${dayWords(today, today)}.`, rows, notes),
    today,
    todayWords: `today, ${shortDay(today, today)}`,
    organizations: names,
    rows,
    notes,
  };
}

function rowOf(seen: Seen, n: number, places: ReadonlyMap<string, number>, scene: Scene): GanttRow {
  const { today } = scene;
  const { milestone, assessment } = seen;
  const on = expectedOn(milestone);
  const agreed = milestone.baselineOn;
  const status = assessment ? HEALTH_WORDS[assessment.health] : statusWords(seen, scene);
  const moved = agreed && agreed !== on ? `, agreed was ${shortDay(agreed, today)}` : '';
  return {
    title: drawable(milestone.title) ?? `Milestone ${n + 1}`,
    status: `${status}${moved}`,
    health: (assessment?.health ?? 'open') as Health,
    agreedOn: agreed,
    expectedOn: on,
    dateWords: on ? `${moved ? 'now ' : ''}${shortDay(on, today)}` : '',
    windows: seen.answers
      .flatMap(({ organizationId, earliestOn, targetOn, latestOn }) => {
        const organization = places.get(organizationId);
        return organization === undefined ? [] : [{ organization, earliestOn, targetOn, latestOn }];
      })
      .toSorted((a, b) => a.organization - b.organization),
  };
}

function altTextOf(lead: string, rows: readonly GanttRow[], notes: readonly string[]): string {
  const lines = rows.map(
    ({ title, status, dateWords }) =>
      `${cut(title, 60)}: ${[dateWords || 'no date', status].join(', ')}.`,
  );
  return cut([lead, ...lines, ...notes].join(' '), ALT_TEXT_LIMIT);
}
