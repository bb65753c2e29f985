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
  async lines(ctx: Context, { since, until }: { readonly since: Date; readonly until: Date }) {
    const [entries, waiting] = await Promise.all([seenEntries(ctx), listWaiting(ctx)]);
    const [channelId = ''] = ctx.partnership.channelIds;
    const list = (words: string, text: string) =>
      button({
        id: GLOSSARY.list,
        text,
        value: `1 ${channelId} list ${words}`,
        label: `${text}: terms`,
      });
    const agreed = entries.filter(
      ({ agreed: one }) => one && one.agreedAt > since && one.agreedAt <= until,
    );
    return [
      ...(waiting.length > 0
        ? [
            {
              slot: 'waiting' as const,
              weight: 3,
              isMine: true,
              fold: {
                as: 'waiting for a word of yours',
                name:
                  waiting.length === 1 ? bold(waiting[0]?.text ?? '') : `${waiting.length} terms`,
              },
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
              text: `All of us agreed what ${listed(agreed.slice(0, 5).map(({ text }) => bold(text)))}${agreed.length > 5 ? ` and ${agreed.length - 5} more` : ''} ${agreed.length === 1 ? 'means' : 'mean'}.`,
            },
          ]
        : []),
    ];
  },
};
