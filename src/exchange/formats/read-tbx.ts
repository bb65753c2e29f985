import type { Reading } from './draft.ts';
import { mainLanguage } from './main-language.ts';
import { conceptDraft, languageOf, sectionsOf } from './tbx-concept.ts';
import { WRITTEN_HERE } from './tbx-notes.ts';
import { allNamed, parseXml, textOf, type XmlNode } from './xml-tree.ts';

/** TBX of ISO 30042: version 3 in both styles, and version 2, which is called MARTIF. */
export function readTbx(text: string): Reading {
  const parsed = parseXml(text);
  if ('problem' in parsed) return parsed;
  const { root } = parsed;
  if (root.name !== 'tbx' && root.name !== 'martif') return { problem: otherXml(root) };
  const concepts = allNamed(root, 'conceptEntry', 'termEntry');
  const language = mainLanguage(concepts.map((one) => sectionsOf(one).map(languageOf)));
  const isOwn = allNamed(root, 'sourceDesc').some((one) => textOf(one).includes(WRITTEN_HERE));
  const drafts = concepts.map((concept) => conceptDraft(concept, { language, isOwn }));
  return { drafts };
}

function otherXml(root: XmlNode): string {
  const name = root.name.slice(0, 40);
  return `This is XML, but no term base: it begins with <${name}>. A term base (TBX) begins with <tbx> or <martif>; export it as TBX, or send the glossary as CSV.`;
}
