import { describe, expect, test } from 'vitest';
import { mayChangePartnership, mayDescribe } from '../../src/members/authority.ts';
import type { Member } from '../../src/members/member.ts';
import type { Organization } from '../../src/partnerships/partnership.ts';

const city = { id: 'city', slackTeamIds: ['T1'] } as unknown as Organization;
const lantern = { id: 'lantern', slackTeamIds: [] } as unknown as Organization;

function member(id: string, organizationId: string, role?: 'coordinator' | 'observer'): Member {
  return {
    id,
    organizationId,
    coordinator: role === 'coordinator',
    observer: role === 'observer',
    representative: false,
  } as Member;
}

const [renata, marcus, lena] = [
  member('renata', 'city'),
  member('marcus', 'city'),
  member('lena', 'quill'),
];
const led = member('renata', 'city', 'coordinator');
const watching = member('marcus', 'city', 'observer');

describe('what is said of an organization', () => {
  test.each([
    ['by any of its members while it has no coordinator', marcus, city, [renata, marcus], true],
    ['by its coordinator', led, city, [led, marcus], true],
    ['not by the others once it has one', marcus, city, [led, marcus], false],
    ['not by another organization', lena, city, [renata, lena], false],
    ['not by another organization, even while nobody of it is here', lena, city, [lena], false],
    ['not by observers', watching, city, [renata, watching], false],
    ['for guests nobody was assigned to yet, by a coordinator', led, lantern, [led, lena], true],
    ['for those not by the others', lena, lantern, [led, lena], false],
    ['for those by anybody while there is no coordinator', lena, lantern, [renata, lena], true],
    [
      'for guests by themselves once there are some',
      led,
      lantern,
      [led, member('a', 'lantern')],
      false,
    ],
  ])('is changed %s', (_, who, organization, members, expected) =>
    expect(mayDescribe(who, organization, members)).toBe(expected),
  );
});

describe('the partnership', () => {
  test.each([
    ['by anybody while there is no coordinator', lena, [renata, lena], true],
    ['by a coordinator of any organization', led, [led, lena], true],
    ['not by the others then', lena, [led, lena], false],
    ['not by observers', watching, [watching], false],
  ])('is changed %s', (_, who, members, expected) =>
    expect(mayChangePartnership(who, members)).toBe(expected),
  );
});
