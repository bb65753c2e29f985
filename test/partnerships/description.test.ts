import { describe, expect, test } from 'vitest';
import {
  clashFault,
  descriptionFault,
  domainsIn,
  tidy,
  timeZoneIn,
} from '../../src/partnerships/description.ts';
import type { Partnership } from '../../src/partnerships/partnership.ts';

test.each([
  ['  Lantern \n\t Health ', 'Lantern Health'],
  ['Lan\u202Etern\u2066', 'Lantern'],
  ['\u0000a\u0007b', 'a b'],
  ['R&D <!channel>', 'R&D <!channel>'],
  ['', ''],
])('%j is tidied to %j', (given, expected) => expect(tidy(given)).toBe(expected));

test.each([
  ['America/Chicago', 'America/Chicago'],
  ['america/chicago', 'America/Chicago'],
  ['UTC', 'UTC'],
  ['Chicago', undefined],
  ['+02:00', undefined],
  ['', undefined],
  ['Nowhere/At All', undefined],
])('the time zone %j is %j', (given, expected) => expect(timeZoneIn(given)).toBe(expected));

test.each([
  ['Lantern.example, @clinic.example', ['lantern.example', 'clinic.example']],
  ['amara@lantern.example; lantern.example', ['lantern.example']],
  ['', []],
])('the domains in %j', (given, expected) => expect(domainsIn(given)).toEqual(expected));

describe('what is refused', () => {
  test.each([
    [{ name: '' }, 'orgName'],
    [{ name: 'x'.repeat(81) }, 'orgName'],
    [{ shortName: '!' }, 'shortName'],
    [{ shortName: 'x'.repeat(41) }, 'shortName'],
    [{ timeZone: 'x'.repeat(5_000) }, 'timeZone'],
    [{ emailDomains: ['lantern'] }, 'emailDomains'],
    [{ emailDomains: ['lantern..example'] }, 'emailDomains'],
    [{ emailDomains: ['<!channel>.example'] }, 'emailDomains'],
    [{ emailDomains: Array.from({ length: 21 }, (_, n) => `d${n}.example`) }, 'emailDomains'],
  ])('%j, at %s', (given, field) => {
    const fault = descriptionFault(given);
    expect(fault?.field).toBe(field);
    expect(fault?.sentence.length).toBeLessThan(200);
  });

  test.each([
    [{ name: 'x'.repeat(80), shortName: 'Čapek', timeZone: 'Europe/Berlin' }],
    [{ name: '市役所', emailDomains: ['lantern.example', 'a-b.co.uk'] }],
    [{ emailDomains: Array.from({ length: 20 }, (_, n) => `d${n}.example`) }],
    [{}],
  ])('not %j', (given) => expect(descriptionFault(given)).toBeUndefined());
});

describe('what another organization has said before', () => {
  const one = (id: string, name: string, emailDomains: readonly string[] = []) => ({
    id,
    name: `${name} of Alder Falls`,
    shortName: name,
    emailDomains,
    hasLeft: false,
  });
  const partnership = {
    organizations: [one('o1', 'City'), one('o2', 'Lantern', ['lantern.example'])],
  } as unknown as Partnership;

  test.each([
    [{ name: 'LANTERN' }, 'orgName'],
    [{ shortName: 'lantern of alder falls' }, 'shortName'],
    [{ emailDomains: ['city.example', 'lantern.example'] }, 'emailDomains'],
    [{ emailDomains: ['mail.lantern.example'] }, 'emailDomains'],
  ])('%j is taken, at %s', (given, field) =>
    expect(clashFault(partnership, 'o1', given)?.field).toBe(field),
  );

  test('one’s own words are free', () => {
    const own = { name: 'Lantern', shortName: 'Lantern', emailDomains: ['mail.lantern.example'] };
    expect(clashFault(partnership, 'o2', own)).toBeUndefined();
  });
});
