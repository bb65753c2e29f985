import type { Context } from '../../context.ts';
import { button } from '../../slack/blocks.ts';
import type { Waiting } from '../../slack/waiting.ts';
import { listUnanswered } from '../list-unanswered.ts';
import { READING } from './ids.ts';
import { names } from './views.ts';

/** The consent of a coordinator that is missing, where others have given theirs. */
export async function readingWaits(ctx: Context): Promise<readonly Waiting[]> {
  const { organizations } = ctx.partnership;
  return (await listUnanswered(ctx)).map(({ channelId, yes }) => ({
    text: `<#${channelId}>: ${names(yes, organizations)} would like me to read it, to explain words there. May I, for your organization? What I would keep: \`/glossary reading\`.`,
    buttons: [
      button({ id: READING.allow, text: 'Yes, for us', value: channelId, style: 'primary' }),
      button({ id: READING.stop, text: 'Rather not', value: channelId }),
    ],
  }));
}
