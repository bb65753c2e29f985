import type { TermRecord } from './term-record.ts';

/** The sentence in the header by which a file is known to be written here, with notes of these kinds. */
export const WRITTEN_HERE = 'Written by Common Ground';

const KINDS = [
  'Scope note',
  'Status',
  'Preferred word',
  'Resolution',
  'Replaced by',
  'Usage',
  'Say instead',
] as const;

export type NoteKind = (typeof KINDS)[number];

export type TypedNote = { readonly kind: NoteKind; readonly text: string };

/** What a term has and TBX-Basic has no field for. Names of organizations fit on one line, and end with it. */
export function typedNotes(record: TermRecord): readonly string[] {
  const { scopeNote, status, preferredLabel, resolution, replacedBy } = record;
  return [
    ...noteOf('Scope note', scopeNote),
    ...noteOf('Status', status),
    ...noteOf('Preferred word', preferredLabel),
    ...noteOf('Resolution', resolution),
    ...noteOf('Replaced by', replacedBy),
    ...(record.usages ?? []).flatMap(({ organization, relation, meaning }) =>
      noteOf('Usage', [organization, relation, meaning].join('\n')),
    ),
    ...Object.entries(record.sayInstead ?? {}).flatMap((said) =>
      noteOf('Say instead', said.join('\n')),
    ),
  ];
}

export function typedNote(note: string): TypedNote | undefined {
  const at = note.indexOf(': ');
  const kind = KINDS.find((known) => known === note.slice(0, at));
  return kind && { kind, text: note.slice(at + 2) };
}

function noteOf(kind: NoteKind, text: string | undefined): readonly string[] {
  return text ? [`${kind}: ${text}`] : [];
}
