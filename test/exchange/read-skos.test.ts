import { describe, expect, test } from 'vitest';
import { recordsOf } from './samples.ts';

const RECORD = {
  term: 'intake',
  definition: 'the first talk',
  aliases: ['first talk'],
  deprecatedLabels: ['screening'],
  scopeNote: 'In family services.',
  example: 'The intake takes an hour.',
};

const SKOS = 'http://www.w3.org/2004/02/skos/core#';

describe('vocabularies of others', () => {
  test.each<[string, object]>([
    [
      'prefixed, with values as objects',
      {
        '@context': { skos: SKOS },
        '@graph': [
          { '@id': 'ex:s', '@type': 'skos:ConceptScheme', 'skos:prefLabel': 'Scheme' },
          {
            '@id': 'ex:1',
            '@type': ['skos:Concept'],
            'skos:prefLabel': [
              { '@value': 'intake', '@language': 'en' },
              { '@value': 'Erstgespräch', '@language': 'de' },
            ],
            'skos:altLabel': { '@value': 'first talk', '@language': 'en' },
            'skos:hiddenLabel': ['screening'],
            'skos:definition': { '@value': 'the first talk', '@language': 'en' },
            'skos:scopeNote': 'In family services.',
            'skos:example': [{ '@value': 'The intake takes an hour.' }],
          },
        ],
      },
    ],
    [
      'a context of terms and language maps',
      {
        '@context': [
          'https://example.org/not-fetched.jsonld',
          {
            id: '@id',
            type: '@type',
            s: SKOS,
            name: { '@id': 's:prefLabel', '@container': '@language' },
            other: { '@id': 's:altLabel', '@container': '@language' },
            bad: 's:hiddenLabel',
            def: { '@id': 's:definition', '@container': '@language' },
            scope: 's:scopeNote',
            eg: 's:example',
            Concept: 's:Concept',
          },
        ],
        id: 'ex:1',
        type: 'Concept',
        name: { en: 'intake', de: 'Erstgespräch' },
        other: { en: ['first talk'], de: ['Aufnahme'] },
        bad: 'screening',
        def: { en: 'the first talk', de: 'das erste Gespräch' },
        scope: 'In family services.',
        eg: 'The intake takes an hour.',
      },
    ],
    [
      'expanded',
      [
        {
          '@id': 'ex:1',
          '@type': [`${SKOS}Concept`],
          [`${SKOS}prefLabel`]: [{ '@value': 'intake' }],
          [`${SKOS}altLabel`]: [{ '@value': 'first talk' }],
          [`${SKOS}hiddenLabel`]: [{ '@value': 'screening' }],
          [`${SKOS}definition`]: [{ '@value': 'the first talk' }],
          [`${SKOS}note`]: [{ '@value': 'In family services.' }],
          [`${SKOS}example`]: [{ '@value': 'The intake takes an hour.' }],
        },
      ],
    ],
    [
      'a remote context and concepts inside of their scheme',
      {
        '@context': 'https://example.org/skos.jsonld',
        '@type': 'ConceptScheme',
        hasTopConcept: [
          {
            '@id': 'ex:1',
            '@type': 'Concept',
            prefLabel: { en: 'intake' },
            altLabel: { en: 'first talk' },
            hiddenLabel: { en: 'screening' },
            definition: { en: 'the first talk' },
            scopeNote: { en: 'In family services.' },
            example: { en: 'The intake takes an hour.' },
            broader: { '@id': 'ex:0' },
          },
        ],
      },
    ],
  ])('%s', (_, document) => {
    expect(recordsOf(JSON.stringify(document), 'terms.jsonld')).toEqual([RECORD]);
  });

  test('a concept that is named again elsewhere is one, and its successor is found', () => {
    const concepts = [
      {
        '@id': 'ex:1',
        'skos:prefLabel': 'screening',
        'skos:definition': 'x',
        'owl:deprecated': true,
        'dct:isReplacedBy': { '@id': 'ex:2', 'skos:prefLabel': 'intake' },
      },
      { '@id': 'ex:2', 'skos:prefLabel': 'intake', 'skos:definition': 'y' },
    ];
    expect(recordsOf(JSON.stringify(concepts))).toEqual([
      { term: 'screening', definition: 'x', status: 'deprecated', replacedBy: 'intake' },
      { term: 'intake', definition: 'y' },
    ]);
  });
});
