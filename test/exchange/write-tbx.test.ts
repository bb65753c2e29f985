import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { writeGlossary } from '../../src/exchange/formats/write-glossary.ts';
import { glossary } from './arbitrary-glossary.ts';

const SCHEMA = readFileSync(new URL('./schemas/tbx-basic.rng', import.meta.url), 'utf8');
const ABOUT = { partnershipName: 'Riverside & <Co>', on: '2026-11-23' };

/** By libxml2, which has nothing in common with what reads or writes here. */
async function faultsOf(text: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'glossary.tbx', contents: text },
    schema: { fileName: 'tbx-basic.rng', contents: SCHEMA },
    extension: 'relaxng',
  });
  return errors.map(({ message }) => message);
}

describe('TBX-Basic', () => {
  test('any glossary is a valid one', async () => {
    const records = fc.sample(glossary, 150).flat();
    const { text } = writeGlossary(records, 'tbx', ABOUT);
    expect(await faultsOf(text)).toEqual([]);
  });

  test.each([
    ['an unknown category', 'type="definition"', 'type="meaning"'],
    ['an unknown status', 'preferredTerm-admn-sts', 'preferred'],
    ['no source', 'sourceDesc', 'source'],
    ['a broken text', '&amp;', '&'],
  ])('the validator sees %s', async (_, right, wrong) => {
    const { text } = writeGlossary([{ term: 'R&D', definition: 'x' }], 'tbx', ABOUT);
    expect(text).toContain(right);
    expect(await faultsOf(text.replaceAll(right, wrong))).not.toEqual([]);
  });

  test('a program of others finds the labels and what to think of them', () => {
    const { text } = writeGlossary(
      [
        {
          term: 'POC',
          definition: 'the person to ask',
          preferredLabel: 'contact',
          aliases: ['PoC'],
          deprecatedLabels: ['liaison'],
          example: 'Ask the contact.',
        },
      ],
      'tbx',
      ABOUT,
    );
    const labels = [...text.matchAll(/<term>(.*?)<\/term><termNote [^>]*>(\w+)Term-/g)];
    expect(labels.map(([, label, rating]) => [label, rating])).toEqual([
      ['POC', 'admitted'],
      ['contact', 'preferred'],
      ['PoC', 'admitted'],
      ['liaison', 'deprecated'],
    ]);
    expect(text).toContain('<descrip type="context">Ask the contact.</descrip>');
  });
});
