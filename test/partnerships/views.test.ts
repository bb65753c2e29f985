import { expect, test } from 'vitest';
import { viewFaults } from '../../sandbox/slack/validate-view.ts';
import type { Member } from '../../src/members/member.ts';
import type { Organization, Partnership } from '../../src/partnerships/partnership.ts';
import { guestForm, setupForm } from '../../src/partnerships/slack/form-view.ts';
import { glanceMessage, settingsMessage } from '../../src/partnerships/slack/glance-view.ts';
import { partnershipHelp, setupHelp } from '../../src/partnerships/slack/help-view.ts';
import { homeView, strangersHomeView } from '../../src/partnerships/slack/home-view.ts';
import { membersMessage } from '../../src/partnerships/slack/members-view.ts';
import type { Message } from '../../src/slack/answer.ts';
import { faultsOf } from '../support/faults-of.ts';

/*
 * Every view with a usual, an empty and a hostile value, held against the limits that the simulated
 * Slack takes from Slack's documentation, not against our own table of them.
 */

const HOSTILE = '<!channel> & <@U0RENATA> `*_~\n'.repeat(170).slice(0, 5_000);

function organizationOf(id: string, more: Partial<Organization> = {}): Organization {
  return {
    id,
    name: 'City of Alder Falls',
    shortName: 'City',
    sector: 'public',
    timeZone: 'America/Chicago',
    workingWeek: [1, 2, 3, 4, 5],
    closures: [],
    country: undefined,
    subdivision: undefined,
    quietHours: { from: '18:00', to: '08:00' },
    emailDomains: [],
    slackTeamIds: ['T1'],
    hasLeft: false,
    ...more,
  };
}

function memberOf(n: number, more: Partial<Member> = {}): Member {
  return {
    id: `m${n}`,
    organizationId: `o${(n % 3) + 1}`,
    slackTeamId: 'T1',
    slackUserId: `U${n}`,
    displayName: `Person ${n}`,
    timeZone: undefined,
    workingHours: { from: '09:00', to: '17:00' },
    closures: undefined,
    closuresFrom: undefined,
    digest: { weekday: 1, time: '09:00', isStopped: false },
    coordinator: false,
    representative: false,
    observer: false,
    ...more,
  };
}

function partnershipOf(more: Partial<Partnership> = {}): Partnership {
  return {
    id: 'p1',
    name: 'Open Doors',
    purpose: 'Fewer missed first appointments',
    stage: 'exploring',
    termFloorWorkingDays: 0,
    milestoneFloorWorkingDays: 0,
    blindFirst: true,
    lazyConsent: false,
    channelIds: ['C0OPENDOORS'],
    organizations: [
      organizationOf('o1'),
      organizationOf('o2', { name: 'Quillstone Software', shortName: 'Quill' }),
      organizationOf('o3', { name: 'Lantern Health', shortName: 'Lantern', slackTeamIds: [] }),
    ],
    ...more,
  };
}

const hostile = partnershipOf({
  name: HOSTILE,
  purpose: HOSTILE,
  organizations: Array.from({ length: 60 }, (_, n) =>
    organizationOf(`o${n + 1}`, {
      name: HOSTILE.slice(0, 80),
      shortName: HOSTILE.slice(0, 40),
      timeZone: HOSTILE,
      emailDomains: Array.from({ length: 20 }, () => `${'x'.repeat(60)}.example`),
      slackTeamIds: [],
    }),
  ),
});

const crowd = Array.from({ length: 300 }, (_, n) =>
  memberOf(n, {
    displayName: n % 2 ? '&'.repeat(5_000) : HOSTILE,
    coordinator: n % 2 === 0,
    representative: true,
  }),
);

const CASES: readonly (readonly [string, Partnership, readonly Member[]])[] = [
  ['usual', partnershipOf(), [memberOf(0, { coordinator: true }), memberOf(1), memberOf(2)]],
  ['empty', partnershipOf({ purpose: undefined, channelIds: [], organizations: [] }), []],
  ['hostile', hostile, crowd],
];

/** What Slack shows as it is, or does not show at all, cannot ping. */
function withoutPlainText(key: string, value: unknown): unknown {
  const isPlain = (value as { type?: string } | null)?.type === 'plain_text';
  return isPlain || key === 'value' || key === 'accessibility_label' ? undefined : value;
}

test.each(CASES)(
  'messages about a partnership that is %s are ones that Slack takes',
  (_, p, all) => {
    const messages: Record<string, Message> = {
      glance: glanceMessage(p, all, 'Saved.'),
      settings: settingsMessage(p),
      help: partnershipHelp('Hint'),
      setupHelp: setupHelp('Hint'),
    };
    for (let n = 1; n <= 15; n += 1) messages[`members ${n}`] = membersMessage(p, all, n);
    for (const [name, message] of Object.entries(messages)) {
      expect(faultsOf(message), name).toBeUndefined();
      expect(JSON.stringify(message, withoutPlainText), name).not.toMatch(/<!channel>|<@U0RENATA>/);
      expect(message.text, name).not.toBe('');
    }
  },
);

test.each(CASES)(
  'forms and homes of a partnership that is %s are ones that Slack takes',
  (_, p, all) => {
    const [own = organizationOf('o1')] = p.organizations;
    const few = all.slice(0, 40);
    expect(viewFaults(setupForm(p, own, few), 'modal')).toEqual([]);
    if (p.organizations.length > 0) expect(viewFaults(guestForm(p), 'modal')).toEqual([]);
    for (const home of [homeView(p, all, []), strangersHomeView(p.name)]) {
      expect(viewFaults(home, 'home')).toEqual([]);
      expect(JSON.stringify(home, withoutPlainText)).not.toMatch(/<!channel>|<@U0RENATA>/);
    }
  },
);

test('every member is on exactly one page, under their organization, with their roles', () => {
  const people = Array.from({ length: 47 }, (_, n) => memberOf(n, { representative: n === 46 }));
  const texts = [1, 2, 3].map((n) => membersMessage(partnershipOf(), people, n).text);
  const lines = texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith('•')));
  expect(new Set(lines).size).toBe(47);
  expect(lines).toHaveLength(47);
  expect(texts.join('\n')).toContain('• Person 46 · representative');
  expect(texts[0]).toMatch(/^Members: 47 · page 1 of 3\n\*City\*\n• Person 0\n/);
});

test('a name cannot pretend to be another line', () => {
  const { text } = membersMessage(
    partnershipOf(),
    [memberOf(0, { displayName: 'Ada\n• Grace · coordinator' })],
    1,
  );
  expect(text.split('\n')).toHaveLength(3);
});

test('people of an organization that has left are still shown, and as such', () => {
  const partnership = partnershipOf({ organizations: [organizationOf('o1', { hasLeft: true })] });
  expect(membersMessage(partnership, [memberOf(0)], 1).text).toContain('*City* · has left');
});

test('the glance says who speaks, and what is missing', () => {
  const { text } = glanceMessage(partnershipOf(), [
    memberOf(0, { coordinator: true, displayName: 'Renata' }),
    memberOf(1, { representative: true, displayName: 'Lena' }),
  ]);
  expect(text).toContain('*City* — City of Alder Falls · public · coordinator Renata · anyone may');
  expect(text).toContain('Lena speaks for it');
  expect(text).toContain('Still without a coordinator: Quill, Lantern.');
  expect(text).toContain('No guest is assigned yet to Lantern');
});

test('a complete partnership is told that nothing is missing by silence', () => {
  const all = [0, 1, 2].map((n) => memberOf(n, { coordinator: true }));
  expect(glanceMessage(partnershipOf(), all).text).not.toMatch(/without|No guest/);
});

test.each([
  [{}, 'with the last yes'],
  [{ termFloorWorkingDays: 1 }, 'earliest 1 working day after'],
  [{ termFloorWorkingDays: 3 }, 'earliest 3 working days after'],
  [{ blindFirst: false }, 'visible as soon as'],
  [{ lazyConsent: true }, 'silence counts as a yes'],
  [{}, 'a yes from a coordinator of every organization'],
])('the settings %j are said in words', (more, words) =>
  expect(settingsMessage(partnershipOf(more)).text).toContain(words),
);
