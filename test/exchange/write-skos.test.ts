import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import type { TermRecord } from '../../src/exchange/formats/term-record.ts';
import { writeGlossary } from '../../src/exchange/formats/write-glossary.ts';
import { glossary } from './arbitrary-glossary.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const ABOUT = { partnershipName: 'Riverside', on: '2026-11-23' };

type Triple = {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
};

/** Through a JSON-LD processor that may fetch nothing and lose nothing. */
async function triplesOf(records: readonly TermRecord[]): Promise<readonly Triple[]> {
  const { text } = writeGlossary(records, 'skos', ABOUT);
  const options = {
    safe: true,
    documentLoader: () => Promise.reject(new Error('nothing is to be fetched')),
  };
  const triples: unknown = await jsonld.toRDF(JSON.parse(text), options);
  return triples as readonly Triple[];
}

function labelsOf(triples: readonly Triple[], subject: string, kind: string): readonly string[] {
  return triples
    .filter((t) => t.subject.value === subject && t.predicate.value === SKOS + kind)
    .map((t) => t.object.value);
}

test('any glossary keeps the conditions of SKOS on labels (S13, S14)', async () => {
  for (const records of fc.sample(glossary, 60)) {
    const triples = await triplesOf(records);
    const concepts = triples.filter(({ object }) => object.value === `${SKOS}Concept`);
    expect(concepts).toHaveLength(records.length);
    for (const { subject } of concepts) {
      const [preferred, ...others] = labelsOf(triples, subject.value, 'prefLabel');
      expect(preferred).toBeDefined();
      expect(others).toEqual([]);
      const rest = ['altLabel', 'hiddenLabel'].flatMap((k) => labelsOf(triples, subject.value, k));
      expect(new Set([preferred, ...rest]).size).toBe(rest.length + 1);
    }
  }
});

test('a program of others finds the words where SKOS has them', async () => {
  const triples = await triplesOf([
    {
      term: 'POC',
      definition: 'the person to ask',
      status: 'deprecated',
      preferredLabel: 'contact',
      aliases: ['PoC'],
      deprecatedLabels: ['liaison'],
      scopeNote: 'in referrals',
      example: 'Ask the contact.',
      replacedBy: 'contact',
    },
  ]);
  const about = 'urn:x-common-ground:term:POC';
  const said = triples
    .filter(({ subject, predicate }) => subject.value === about && predicate.value.startsWith(SKOS))
    .map(({ predicate, object }) => [predicate.value.slice(SKOS.length), object.value]);
  expect(said.sort()).toEqual([
    ['altLabel', 'POC'],
    ['altLabel', 'PoC'],
    ['changeNote', 'Replaced by contact.'],
    ['definition', 'the person to ask'],
    ['example', 'Ask the contact.'],
    ['hiddenLabel', 'liaison'],
    ['inScheme', 'urn:x-common-ground:glossary'],
    ['prefLabel', 'contact'],
    ['scopeNote', 'in referrals'],
  ]);
});
