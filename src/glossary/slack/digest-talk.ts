import type { Button } from '@slack/types';
import type { Context } from '../../context.ts';
import { button } from '../../slack/blocks.ts';
import { listed, objectWords } from '../../slack/listed.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { Entry } from '../entry.ts';
import { listObjected } from '../list-objected.ts';
import { listWaiting } from '../list-waiting.ts';
import { seenEntries } from '../seen-entries.ts';
import { changeButton, GLOSSARY, lookUpButton } from './ids.ts';
import { nameOf, objectingNames, type Scene } from './words.ts';

/** What the glossary has to say to a coordinator in the digest. */
export const glossaryDigest = {
  name: 'glossary',
  async lines(ctx: Context, { since, until }: { readonly since: Date; readonly until: Date }) {
    const [entries, waiting, objected] = await Promise.all([
      seenEntries(ctx),
      listWaiting(ctx),
      listObjected(ctx),
    ]);
    const { channelIds, organizations } = ctx.partnership;
    const [channelId = ''] = channelIds;
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
      ...objectedLines(objected, { organizations, channelId }, list('disputed', 'See them')),
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

/** Its part of what `digest/digest-line.ts` describes. */
type Line = {
  readonly slot: 'waiting';
  readonly weight: number;
  readonly isMine: true;
  readonly text: string;
  readonly buttons: readonly Button[];
};

/** Who put a term forward reads what stands against it, and answers right there. */
function objectedLines(objected: readonly Entry[], scene: Scene, seeThem: Button): readonly Line[] {
  const [first, ...others] = objected;
  if (!first) return [];
  const own = nameOf(scene, first.open?.organizationId ?? '');
  const line = { slot: 'waiting', weight: 4, isMine: true } as const;
  const names = objected.map(({ text }) => bold(text));
  if (others.length > 0) {
    const text = `${objected.length} terms that ${own} put forward are objected to: ${listed(names.slice(0, 5))}.`;
    return [{ ...line, text, buttons: [seeThem] }];
  }
  const { id, text: term } = first;
  const text = `${own} put ${bold(term)} forward. ${objectWords(objectingNames(first, scene))}. Which words would suit all?`;
  const look = lookUpButton(term, scene.channelId, 0);
  const change = changeButton(id, scene.channelId);
  return [
    {
      ...line,
      text,
      buttons: [
        button({
          ...change,
          text: 'Put other words forward',
          label: `Put other words forward for ${term}`,
        }),
        button({ ...look, text: 'Read why', label: `Read why: ${term}` }),
      ],
    },
  ];
}
