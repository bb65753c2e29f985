import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/members/member.ts';
import { peopleToAsk, speakersToAsk } from '../../src/milestones/people-to-ask.ts';

function member(id: string, organizationId: string, ...roles: readonly string[]): Member {
  const has = (role: string) => roles.includes(role);
  return {
    id,
    organizationId,
    coordinator: has('coordinator'),
    representative: has('representative'),
    observer: has('observer'),
  } as Member;
}

const renata = member('renata', 'city', 'coordinator');
const denise = member('denise', 'city', 'representative');
const marcus = member('marcus', 'city');
const josue = member('josue', 'lantern', 'coordinator', 'representative');
const watching = member('priya', 'city', 'observer');

const ids = (members: readonly Member[]) => members.map(({ id }) => id);

describe('about a milestone of the City', () => {
  test.each([
    ['who looks after it is asked', 'marcus', [renata, denise, marcus, josue], ['marcus']],
    ['without one, its coordinators', undefined, [renata, denise, marcus, josue], ['renata']],
    ['who has gone over to another organization is not', 'josue', [renata, josue], ['renata']],
    ['who only looks on is not', 'priya', [renata, watching], ['renata']],
    ['who is no longer here is not', 'nobody', [renata, marcus], ['renata']],
    ['without a coordinator, who speaks for it', undefined, [denise, marcus, josue], ['denise']],
    ['else nobody', undefined, [marcus, josue], []],
  ] as const)('%s', (_, owner, members, asked) => {
    expect(ids(peopleToAsk(members, 'city', owner))).toEqual(asked);
  });
});

describe('what the City says', () => {
  test.each([
    ['is asked of who speaks for it', [renata, denise, marcus, josue], ['denise']],
    ['else of its coordinators', [renata, marcus, josue], ['renata']],
    ['of nobody else', [marcus, josue], []],
  ] as const)('%s', (_, members, asked) => {
    expect(ids(speakersToAsk(members, 'city'))).toEqual(asked);
  });
});
