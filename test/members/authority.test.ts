import { describe, expect, test } from 'vitest';
import { mayChangePartnership, mayDescribe, speaksFor } from '../../src/members/authority.ts';
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

describe('what is said in the name of an organization', () => {
  const speaker = { ...member('ana', 'city'), representative: true };
  test.each([
    ['by any of its members while it has named nobody', marcus, [renata, marcus, lena], true],
    ['also by one that others named somebody beside', lena, [speaker, lena], true],
    ['by whom it has named', speaker, [speaker, marcus], true],
    ['by nobody else once it has named somebody', marcus, [speaker, marcus], false],
    ['not by its coordinator, once it has named somebody', led, [speaker, led], false],
    ['never by an observer', watching, [watching], false],
  ])('is said %s', (_, who, members, expected) => {
    expect(speaksFor(who as Member, members as Member[])).toBe(expected);
  });
});
