import type { ImageBlock, KnownBlock } from '@slack/types';
import type { Chart } from '../../charts/chart.ts';
import { organizationById, type Partnership } from '../../partnerships/partnership.ts';
import { actions, button, context, header, section } from '../../slack/blocks.ts';
import { localDate } from '../../time/calendar.ts';
import type { Seen } from '../list-milestones.ts';
import { MILESTONES } from './ids.ts';
import { pictureButton } from './picture-button.ts';
import { dayLine, underWay } from './timeline-view.ts';
import type { Scene } from './words.ts';

const MOST_LINES = 5;

/** As everybody of an organization sees it, so that they share one picture: the day is the organization's. */
export function homeScene(partnership: Partnership, viewer: string | undefined, now: Date): Scene {
  const { organizations, channelIds } = partnership;
  const zone = organizationById(partnership, viewer ?? '')?.timeZone ?? 'UTC';
  return { organizations, channelId: channelIds[0] ?? '', viewer, today: localDate(now, zone) };
}

/** The nearest in words, and the picture once it is drawn. */
export function timelineBlocks(
  all: readonly Seen[],
  scene: Scene,
  picture: { readonly chart: Chart; readonly fileId: string } | undefined,
): readonly KnownBlock[] {
  const open = underWay(all);
  if (open.length === 0) return [];
  const more = open.length - MOST_LINES;
  const { channelId } = scene;
  return [
    header('The timeline'),
    section(
      open
        .slice(0, MOST_LINES)
        .map((seen) => dayLine(seen, scene))
        .join('\n'),
    ),
    ...(picture ? [pictureBlock(picture)] : []),
    ...(more > 0 ? [context(`And ${more} more: \`/partnership timeline\``)] : []),
    actions([
      button({ id: MILESTONES.timeline, text: 'All with their windows', value: channelId }),
      button({ id: MILESTONES.trend, text: 'How dates moved', value: channelId }),
      pictureButton('timeline', scene),
    ]),
  ];
}

function pictureBlock({
  chart,
  fileId,
}: {
  readonly chart: Chart;
  readonly fileId: string;
}): ImageBlock {
  return { type: 'image', slack_file: { id: fileId }, alt_text: chart.altText };
}
