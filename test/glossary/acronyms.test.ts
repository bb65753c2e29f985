import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acronymsIn } from '../../src/glossary/acronyms.ts';

describe('the acronyms of a message', () => {
  test.each([
    ['once each, in order', 'the POC signs the MOU, says the POC', ['POC', 'MOU']],
    [
      'without plural or possessive',
      "MOUs, CBO's, CBO’s, SDOHs, KPIs’",
      ['MOU', 'CBO', 'SDOH', 'KPI'],
    ],
    ['without dots', 'the P.O.C. and a P.O.C', ['POC']],
    ['with digits', '2FA and H1N1 in FY26', ['2FA', 'H1N1', 'FY26']],
    ['with an ampersand', 'R&amp;D, Q&A', ['R&D', 'Q&A']],
    ['of small letters too', 'SDoH, HbA1c, a PhD', ['SDoH', 'HbA1c', 'PhD']],
    [
      'beside marks',
      '(MOU) *POC* _CBO_ MOA/RFP SLA-KPI “BAA”',
      ['MOU', 'POC', 'CBO', 'MOA', 'RFP', 'SLA', 'KPI', 'BAA'],
    ],
    ['two together', 'the HHS OIG', ['HHS', 'OIG']],
    ['in a list', 'MOU, POC, CBO and RFP', ['MOU', 'POC', 'CBO', 'RFP']],
    ['of another alphabet', 'МОУ and ÖPNV', ['МОУ', 'ÖPNV']],
    ['beside a shout', 'PLEASE READ the MOU', ['MOU']],
    ['who is not the time of day', 'the PM', ['PM']],
  ])('%s', (_, text, expected) => expect(acronymsIn(text)).toEqual(expected));

  test.each([
    ['letters that everybody knows', 'OK, the US, UK and EU; FYI, ASAP, U.S.'],
    ['times', '5 PM, 5PM, 9 A.M., 10:00 UTC, 3 PM ET, 3 p.m. CST'],
    ['sizes', '5 GB, 20MB, 300 KW'],
    ['roman numerals', 'Phase II, IV and XII'],
    ['a shouted line', 'DO NOT SEND THE MOU'],
    ['two shouted words', 'READ EVERYTHING'],
    ['one word with weight', 'this is NOT ready, PLEASE wait: NEW plan'],
    ['names', 'GitHub, McDonald, JavaScript, iPhone, WhatsApp, Ada, I'],
    ['long words in capitals', 'the COMMUNITIES'],
    [
      'code, links, mentions, quotes and emoji',
      '`MOU` <https://a.b|POC> <@U0ABC|CBO> :RFP:\n&gt; HHS\n```\nOIG'.replace(':RFP:', ':rfp:'),
    ],
    ['nothing', ''],
  ])('%s: none', (_, text) => expect(acronymsIn(text)).toEqual([]));

  test('whatever is written, each is short and is told once', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('MOU', 'P.O.C.', 'R&amp;D', ' ', '\n', '`', 'PLEASE', '5 PM', 'a'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = acronymsIn(pieces.join(''));
        expect(new Set(found).size).toBe(found.length);
        for (const one of found) expect(one).toMatch(/^[\p{L}\p{N}&]{2,8}$/u);
      }),
    );
  });
});
