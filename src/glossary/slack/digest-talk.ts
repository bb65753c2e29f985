import type { Context } from '../../context.ts';
import { button } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { listWaiting } from '../list-waiting.ts';
import { seenEntries } from '../seen-entries.ts';
import { GLOSSARY } from './ids.ts';
import { listed } from './words.ts';

/** What the glossary has to say to a coordinator in the digest. */
export const glossaryDigest = {
  name: 'glossary',
  async lines(ctx: Context, { since }: { readonly since: Date }) {
    const [entries, waiting] = await Promise.all([seenEntries(ctx), listWaiting(ctx)]);
    const [channelId = ''] = ctx.partnership.channelIds;
    const list = (words: string, text: string) =>
      button({
        id: GLOSSARY.list,
        text,
        value: `1 ${channelId} list ${words}`,
        label: `${text}: terms`,
      });
    const agreed = entries.filter(({ agreed: one }) => one && one.agreedAt >= since);
    return [
      ...(waiting.length > 0
        ? [
            {
              slot: 'waiting' as const,
              weight: 1,
              text: `${waiting.length === 1 ? `The term ${bold(waiting[0]?.text ?? '')} waits` : `${waiting.length} terms wait`} for a word of yours.`,
              buttons: [list('proposed', 'See them')],
            },
          ]
        : []),
      ...(agreed.length > 0
        ? [
            {
              slot: 'agreed' as const,
              weight: 2,
              text: `Agreed this week: ${listed(agreed.slice(0, 5).map(({ text }) => bold(text)))}${agreed.length > 5 ? ` and ${agreed.length - 5} more` : ''}.`,
            },
          ]
        : []),
    ];
  },
};
