import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { reasonsOf, recordsOf } from './samples.ts';

const MOU = { term: 'MOU', definition: 'a written note, not a contract' };
const CBO = { term: 'CBO', definition: 'a community based organization' };

describe('tables as people send them', () => {
  test.each([
    ['comma', `Term,Definition\nMOU,"${MOU.definition}"\nCBO,${CBO.definition}`],
    ['semicolon', `Term;Definition\nMOU;${MOU.definition}\nCBO;${CBO.definition}\n`],
    ['tab', `Term\tDefinition\r\nMOU\t${MOU.definition}\r\nCBO\t${CBO.definition}\r\n`],
    ['bar', `Term|Definition\nMOU|${MOU.definition}\nCBO|${CBO.definition}`],
    ['old Mac line ends', `Term;Definition\rMOU;${MOU.definition}\rCBO;${CBO.definition}`],
    [
      'Markdown',
      `| Term | Definition |\n|------|:-----------|\n| MOU | ${MOU.definition} |\n| CBO | ${CBO.definition} |`,
    ],
    [
      'Excel’s own first line',
      `sep=;\nTerm;Definition\nMOU;${MOU.definition}\nCBO;${CBO.definition}`,
    ],
    ['no header', `MOU;${MOU.definition}\nCBO;${CBO.definition}`],
    ['no header, commas in definitions', `MOU,${MOU.definition}\nCBO,${CBO.definition}`],
    ['definition first', `Description,Acronym\n"${MOU.definition}",MOU\n${CBO.definition},CBO`],
    ['German', `Abkürzung;Bedeutung\nMOU;${MOU.definition}\nCBO;${CBO.definition}`],
    ['French', `Sigle;Définition\nMOU;${MOU.definition}\nCBO;${CBO.definition}`],
    [
      'an unknown word for the term',
      `Kennwort;Bedeutung\nMOU;${MOU.definition}\nCBO;${CBO.definition}`,
    ],
    ['blank rows', `\nTerm;Definition\n;\nMOU;${MOU.definition}\n\n\nCBO;${CBO.definition}\n;\n`],
  ])('%s', (_, text) => {
    expect(recordsOf(text, 'glossary.csv')).toEqual([MOU, CBO]);
    expect(recordsOf(text)).toEqual([MOU, CBO]);
  });

  test('line breaks and quotes inside of quotes', () => {
    const text = 'Term,Definition,Example\nMOU,"first\r\nsecond ""quoted""",5" pipe\nCBO,"x",y';
    expect(recordsOf(text, 'a.csv')).toEqual([
      { term: 'MOU', definition: 'first\nsecond "quoted"', example: '5" pipe' },
      { term: 'CBO', definition: 'x', example: 'y' },
    ]);
    expect(readGlossary(text, 'a.csv').rows.map(({ line }) => line)).toEqual([2, 4]);
    const spread = 'Term,Definition\n\n\nMOU,"a\n\nb"\n,\n\nCBO,x\n\n';
    expect(readGlossary(spread, 'a.csv').rows.map(({ line }) => line)).toEqual([4, 9]);
  });

  test('every column that we know', () => {
    const text = [
      'Acronym,Stands for,Meaning,Notes,Use instead,Synonyms,State,Usage (Lantern),relation: Lantern,Say instead: City,Owner',
      'POC,Point of contact,the person to ask,In referrals only,contact,"PoC; p.o.c.",approved,whoever calls,narrower,contact,Ada',
    ].join('\n');
    expect(recordsOf(text)).toEqual([
      {
        term: 'POC',
        definition: 'the person to ask',
        status: 'agreed',
        aliases: ['Point of contact', 'PoC', 'p.o.c.'],
        scopeNote: 'In referrals only',
        replacedBy: 'contact',
        sayInstead: { City: 'contact' },
        usages: [{ organization: 'Lantern', meaning: 'whoever calls', relation: 'narrower' }],
      },
    ]);
    expect(readGlossary(text).ignored).toEqual(['Owner']);
  });

  test('somebody’s name beside a term is not another word for it', () => {
    const text = 'Term,Definition,Name\nMOU,a note,Ada';
    expect(recordsOf(text)).toEqual([{ term: 'MOU', definition: 'a note' }]);
    expect(readGlossary(text).ignored).toEqual(['Name']);
    expect(recordsOf('Name,Details\nMOU,a note')).toEqual([{ term: 'MOU', definition: 'a note' }]);
  });

  test('without a relation, the same words are the same meaning', () => {
    const text = 'Term,Definition,Usage: A,Usage: B\nrun,a first run,A first run.,a flyer';
    expect(recordsOf(text)[0]?.usages?.map(({ relation }) => relation)).toEqual([
      'same',
      'different',
    ]);
  });

  test('`__proto__` is a term and an organization like any other', () => {
    const [record] = recordsOf('Term,Definition,say instead: __proto__\n__proto__,constructor,x');
    expect(record?.term).toBe('__proto__');
    expect(Object.entries(record?.sayInstead ?? {})).toEqual([['__proto__', 'x']]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('the apostrophe that keeps a spreadsheet from running a cell is not part of it', () => {
    expect(recordsOf("Term,Definition\nMOU,'=1+1\nCBO,'tis")).toEqual([
      { term: 'MOU', definition: '=1+1' },
      { term: 'CBO', definition: "'tis" },
    ]);
  });
});

describe('rows that cannot be read', () => {
  const row = (cells: string, header = 'Term,Definition,Resolution,relation: A,usage: A') =>
    reasonsOf(`${header}\n${cells}`, 'a.csv')[0];

  test.each([
    ['no term', ',something', 'There is no term in it.'],
    ['no definition', 'MOU,', 'There is no definition in it.'],
    ['a link', 'https://x.org,y', 'That is a link, not a term. Which word do you mean?'],
    ['too long', `${'x'.repeat(81)},y`, /^That is 81 characters/],
    [
      'a long definition',
      `MOU,${'x'.repeat(2_001)}`,
      'The definition has 2001 characters; 2000 is the most.',
    ],
    [
      'a resolution of its own',
      'MOU,y,perhaps',
      /^“perhaps” is not a resolution. Known are: adopt/,
    ],
    ['a relation of its own', 'MOU,y,,akin,z', /^“akin” is not a relation/],
    ['a relation and no meaning', 'MOU,y,,same', 'It has a relation for A, and no meaning.'],
    ['unquoted separators', 'MOU,a,,,b,c,d', /^This row has 7 cells and the header 5/],
    ['a term over two lines', '"M\nOU",y', 'A term fits on one line.'],
  ])('%s', (_, cells, reason) => expect(row(cells)).toMatch(reason));

  test('a long label is named', () => {
    expect(row(`MOU,y,${'z'.repeat(90)}`, 'Term,Definition,Preferred')).toMatch(
      /^“z+…” has 90 characters; a term or a name has at most 80/,
    );
  });

  test('the second of two says where the first is', () => {
    const text = 'Term,Definition\nGo-live,x\nMOU,y\n"go live",z\n';
    expect(readGlossary(text).rows.at(-1)).toEqual({
      line: 4,
      term: 'go live',
      reason: '“go live” is there already, in line 2.',
    });
  });

  test('a quotation mark left open is found', () => {
    expect(readGlossary('Term,Definition\nMOU,"x\nCBO,y', 'a.csv').problem).toMatch(
      /^A quotation mark in line 3 is opened and never closed/,
    );
  });
});
