import { transaction } from '../../src/context.ts';
import { addNotice } from '../../src/notices/add-notice.ts';
import type { NoticeKind } from '../../src/notices/notice-kind.ts';
import { section } from '../../src/slack/blocks.ts';
import type { Walk } from './walk.ts';

/** Something to tell people unasked that is never moot. */
export const letterKind: NoticeKind = {
  kind: 'tests.letter',
  rank: 3,
  name: 'letters',
  async part(_ctx, { about }) {
    const text = `A letter about ${about}`;
    return { text, blocks: [section(text)], why: 'you were written to', isUrgent: false };
  },
};

export async function write(walk: Walk, userId: string, about = 'something'): Promise<void> {
  const { client } = walk.database;
  const { id, partnershipId } = await client.member.findFirstOrThrow({
    where: { slackUserId: userId },
  });
  await transaction(await walk.bot.contextFor(partnershipId), async (tx) => {
    const staleAt = new Date('2027-06-01T00:00:00Z');
    await addNotice(tx, { memberId: id, kind: letterKind.kind, about, occasion: '1', staleAt });
  });
}
