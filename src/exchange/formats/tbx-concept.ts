import { type Draft, draft, oneNote } from './draft.ts';
import { type TypedNote, typedNote } from './tbx-notes.ts';
import { allNamed, elementsOf, textOf, type XmlNode } from './xml-tree.ts';

/** `isOwn`: the term is the first label, line breaks are meant, and notes are typed. */
export type TbxFile = { readonly language: string; readonly isOwn: boolean };

type Label = { readonly text: string; readonly rating: 'preferred' | 'admitted' | 'deprecated' };

export function sectionsOf(concept: XmlNode): readonly XmlNode[] {
  return allNamed(concept, 'langSec', 'langSet');
}

export function languageOf(section: XmlNode): string {
  return section.attributes.get('xml:lang') ?? section.attributes.get('lang') ?? '';
}

/** One concept in the language of the file; the first one it has when it has not that. */
export function conceptDraft(concept: XmlNode, file: TbxFile): Draft {
  const sections = sectionsOf(concept);
  const section = sections.find((one) => languageOf(one) === file.language) ?? sections[0];
  const labels = section
    ? allNamed(section, 'termSec', 'tig', 'ntig').map((one) => labelOf(one, file))
    : [];
  const said = saidOf([concept, ...(section ? [section] : [])], file);
  const notes = said('note');
  const typed = notes.map((note) => (file.isOwn ? typedNote(note) : undefined));
  const named = (kind: TypedNote['kind']) =>
    typed.flatMap((note) => (note?.kind === kind ? [note.text] : []));
  const head = file.isOwn ? labels[0] : headOf(labels);
  const [definition = said('explanation')] = [said('definition')].filter((all) => all.length > 0);
  const isRetired = labels.length > 0 && labels.every(({ rating }) => rating === 'deprecated');
  return draft({
    line: concept.line,
    term: head?.text ?? '',
    definition: definition.join('\n'),
    status: named('Status')[0] ?? (isRetired ? 'deprecated' : ''),
    preferredLabel: named('Preferred word')[0] ?? '',
    scopeNote: oneNote([...named('Scope note'), ...notes.filter((_, at) => !typed[at])]),
    example: oneNote([...said('context'), ...said('example')]),
    resolution: named('Resolution')[0] ?? '',
    replacedBy: named('Replaced by')[0] ?? '',
    aliases: labels.filter(({ rating }) => rating !== 'deprecated').map(({ text }) => text),
    deprecatedLabels: labels.filter(({ rating }) => rating === 'deprecated').map((l) => l.text),
    usages: named('Usage').map((text) => {
      const [organization = '', relation = '', ...meaning] = text.split('\n');
      return { organization, relation, meaning: meaning.join('\n') };
    }),
    sayInstead: named('Say instead').map((text) => {
      const [organization = '', ...label] = text.split('\n');
      return [organization, label.join('\n')] as const;
    }),
  });
}

function headOf(labels: readonly Label[]): Label | undefined {
  return (
    labels.find(({ rating }) => rating === 'preferred') ??
    labels.find(({ rating }) => rating === 'admitted') ??
    labels[0]
  );
}

function labelOf(termSec: XmlNode, file: TbxFile): Label {
  const [term] = allNamed(termSec, 'term');
  const statuses = [...kinds(termSec)].filter(([kind]) =>
    ['administrativeStatus', 'normativeAuthorization'].includes(kind),
  );
  const rating = statuses.map(([, node]) => ratingIn(textOf(node))).find(Boolean) ?? 'admitted';
  return { text: term ? flowing(textOf(term), file) : '', rating };
}

function ratingIn(status: string): Label['rating'] | undefined {
  if (/prefer|standard|legal|regulated/i.test(status)) return 'preferred';
  if (/deprec|supersed|obsolete|forbid|not-?recommend|reject/i.test(status)) return 'deprecated';
  return undefined;
}

/** All texts of a kind, as near to the concept as they stand. */
function saidOf(roots: readonly XmlNode[], file: TbxFile) {
  const [concept, section] = roots;
  const all = [
    ...(concept ? kinds(concept, ['langSec', 'langSet']) : []),
    ...(section ? kinds(section) : []),
  ];
  return (kind: string) =>
    all
      .filter(([known]) => known === kind)
      .map(([, node]) => flowing(textOf(node), file))
      .filter((text) => text.trim());
}

/** Each element by its data category, which is an attribute in one style and the element in the other. */
function kinds(
  node: XmlNode,
  except: readonly string[] = [],
): readonly (readonly [kind: string, node: XmlNode])[] {
  return elementsOf(node).flatMap((child) => {
    if (except.includes(child.name)) return [];
    const own = [child.attributes.get('type') ?? child.name, child] as const;
    return [own, ...kinds(child)];
  });
}

/** An editor that indents breaks long texts over indented lines: those breaks are spaces. */
function flowing(text: string, { isOwn }: TbxFile): string {
  if (isOwn) return text;
  return text
    .trim()
    .split('\n')
    .reduce((before, line) =>
      /^[ \t]/.test(line) ? `${before} ${line.trimStart()}` : `${before}\n${line}`,
    );
}
