import { expect, test } from 'vitest';
import { messageFaults } from '../../sandbox/slack/validate-message.ts';
import type { Member } from '../../src/members/member.ts';
import type { Partnership } from '../../src/partnerships/partnership.ts';
import { coordinatorsToTell } from '../../src/reach/lost.ts';
import {
  channelBackMessage,
  channelLimitedMessage,
  channelLostMessage,
  memberLostMessage,
} from '../../src/reach/slack/lost-view.ts';

const member = (id: string, organizationId: string, more: Partial<Member> = {}) =>
  ({ id, organizationId, coordinator: true, observer: false, ...more }) as Member;

const partnership = {
  organizations: [
    { id: 'city', hasLeft: false },
    { id: 'lantern', hasLeft: false },
    { id: 'gone', hasLeft: true },
  ],
} as unknown as Partnership;

test('whom it concerns is told first; who left, observes or is lost is not told', () => {
  const members = [
    member('a', 'city'),
    member('b', 'lantern'),
    member('c', 'gone'),
    member('d', 'lantern', { observer: true }),
    member('e', 'lantern', { coordinator: false }),
    member('f', 'lantern'),
  ];
  const order = (organizationId: string | undefined, without?: string) =>
    coordinatorsToTell(partnership, members, {
      organizationId,
      ...(without && { without }),
    }).map(({ id }) => id);
  expect(order('lantern')).toEqual(['b', 'f', 'a']);
  expect(order('lantern', 'b')).toEqual(['f', 'a']);
  expect(order(undefined)).toEqual(['a', 'b', 'f']);
});

test.each([
  ['usual', 'Open Doors', 'Pilot'],
  ['empty', '', ''],
  ['hostile', '<!channel> & *_~ '.repeat(5), '<!here>'.repeat(17)],
])(
  'what is said of a loss with %s words is what Slack takes, and pings nobody',
  (_, name, title) => {
    const at = new Date('2026-11-25T12:00:00Z');
    const messages = [
      ...(['archived', 'deleted', 'removed', 'uninstalled'] as const).map((why) =>
        channelLostMessage({
          channelId: 'C0OPENDOORS',
          why,
          partnershipName: name,
          otherChannelId: why === 'removed' ? 'C0OTHER' : undefined,
        }),
      ),
      channelLimitedMessage({ channelId: 'C0OPENDOORS', partnershipName: name }),
      channelBackMessage({ channelId: 'C0OPENDOORS', partnershipName: name, from: at, until: at }),
      ...(['deactivated', 'left', 'refused'] as const).map((why) =>
        memberLostMessage({
          slackUserId: 'U0ARJUN',
          why,
          organizationName: name,
          roles: ['coordinator'],
          milestones: [title, title],
        }),
      ),
    ];
    for (const { text, blocks } of messages) {
      const message = { text, blocks: blocks && [...blocks] };
      expect(
        messageFaults({ ...message, attachments: undefined, metadata: undefined }),
      ).toBeUndefined();
      expect(text).not.toMatch(/<!channel>|<!here>/);
    }
  },
);
