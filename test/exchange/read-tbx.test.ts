import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { recordsOf } from './samples.ts';

const RECORD = {
  term: 'intake',
  definition: 'the first talk in which a family says what it needs',
  aliases: ['first talk'],
  deprecatedLabels: ['screening'],
  scopeNote: 'In family services.',
  example: 'The intake takes an hour.',
};

const DCA = `<?xml version="1.0" encoding="utf-8"?>
<?xml-model href="https://example.org/x.rng" type="application/xml"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>From a term base</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <transacGrp><transac type="transactionType">origination</transac><date>2026-01-02</date></transacGrp>
      <descrip type="subjectField">Social work</descrip>
      <note>In family services.</note>
      <langSec xml:lang="de"><termSec><term>Erstgespräch</term></termSec></langSec>
      <langSec xml:lang="en">
        <descripGrp>
          <descrip type="definition">the first talk in which a
            family says what it needs</descrip>
          <admin type="source">Handbook</admin>
        </descripGrp>
        <termSec><term>first <hi>talk</hi></term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
        <termSec><term>intake</term><termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <descripGrp><descrip type="context">The intake takes an hour.</descrip></descripGrp></termSec>
        <termSec><term>screening</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
      </langSec>
    </conceptEntry>
  </body></text>
</tbx>`;

const DCT = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
  <conceptEntry id="c1"><min:subjectField>Social work</min:subjectField><note>In family services.</note>
    <langSec xml:lang="en"><basic:definition>the first talk in which a family says what it needs</basic:definition>
      <termSec><term>intake</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
        <basic:context>The intake takes an hour.</basic:context></termSec>
      <termSec><term>first talk</term></termSec>
      <termSec><term>screening</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
    </langSec></conceptEntry></body></text></tbx>`;

const MARTIF = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en-US"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="1"><descrip type="definition">the first talk in which a family says what it needs</descrip>
  <langSet xml:lang="en-US">
    <tig><term>intake</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <descrip type="context">The intake takes an hour.</descrip><note>In family services.</note></tig>
    <ntig><termGrp><term>first talk</term></termGrp></ntig>
    <ntig><termGrp><term><![CDATA[screening]]></term><termNote type="normativeAuthorization">deprecatedTerm</termNote></termGrp></ntig>
  </langSet></termEntry></body></text></martif>`;

describe('term bases of others', () => {
  test.each([
    ['version 3, DCA', DCA],
    ['version 3, DCT', DCT],
    ['version 2', MARTIF],
  ])('%s', (_, text) => expect(recordsOf(text, 'terms.xml')).toEqual([RECORD]));

  test('a concept of deprecated terms only is deprecated', () => {
    const text = DCT.replaceAll('preferredTerm', 'deprecatedTerm').replace(
      /<termSec><term>first.*/,
      '',
    );
    expect(recordsOf(text)).toMatchObject([{ term: 'intake', status: 'deprecated' }]);
  });

  test('a row is the line on which its concept begins', () => {
    expect(readGlossary(DCA).rows[0]?.line).toBe(6);
  });

  test('what it means in the language of the file is taken, and in another where that has none', () => {
    const concept = (lang: string, word: string) =>
      `<conceptEntry><langSec xml:lang="${lang}"><descrip type="definition">x</descrip><termSec><term>${word}</term></termSec></langSec></conceptEntry>`;
    const text = `<tbx><text><body>${concept('de', 'eins')}${concept('de', 'zwei')}${concept('en', 'three')}</body></text></tbx>`;
    expect(recordsOf(text).map(({ term }) => term)).toEqual(['eins', 'zwei', 'three']);
  });
});

describe('XML that is refused', () => {
  const body =
    '<text><body><conceptEntry><langSec><termSec><term>&a;</term></termSec></langSec></conceptEntry></body></text>';

  const nested = (depth: number) => `${'<tbx>'.repeat(depth)}${'</tbx>'.repeat(depth)}`;

  test.each([
    [
      'another kind',
      '<tmx version="1.4"/>',
      /^This is XML, but no term base: it begins with <tmx>/,
    ],
    ['cut off', DCA.slice(0, 900), /^This XML has a mistake in line \d+, or it breaks off/],
    [
      'an entity of its own',
      `<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx>${body}</tbx>`,
      /^This XML defines short forms of its own/,
    ],
    [
      'a file of the computer',
      `<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>${body}</tbx>`,
      /^This XML defines short forms of its own/,
    ],
    ['an entity that nobody defines', `<tbx>\n${body}</tbx>`, /^This XML has a mistake in line 2/],
    ['33 elements deep', nested(33), /more than 32 deep/],
    ['32 elements deep', nested(32), /^There are no terms in it/],
    ['too deep', '<tbx>'.repeat(10_000), /more than 32 deep/],
    ['no concepts', '<tbx><text><body/></text></tbx>', /^There are no terms in it/],
  ])('%s', (_, text, problem) => expect(readGlossary(text, 'a.tbx').problem).toMatch(problem));
});
