import { NOTE_LIMIT } from './limits.ts';

/** One row as a reader found it, before anything is checked. Absent texts are empty. */
export type Draft = {
  readonly line: number;
  readonly term: string;
  readonly definition: string;
  readonly status: string;
  readonly preferredLabel: string;
  readonly scopeNote: string;
  readonly example: string;
  readonly resolution: string;
  readonly replacedBy: string;
  readonly aliases: readonly string[];
  readonly deprecatedLabels: readonly string[];
  readonly sayInstead: readonly (readonly [organization: string, label: string])[];
  readonly usages: readonly DraftUsage[];
  /** Why the row cannot be read, when that is known before its texts are looked at. */
  readonly fault?: string;
};

export type DraftUsage = {
  readonly organization: string;
  readonly meaning: string;
  readonly relation: string;
};

/** `ignored` names the columns that were not understood. */
export type Reading =
  | { readonly drafts: readonly Draft[]; readonly ignored?: readonly string[] }
  | { readonly problem: string };

/**
 * Several notes as one. Term bases of others have long ones: those that still fit are kept, so that a term
 * is not refused for its third example.
 */
export function oneNote(notes: readonly string[]): string {
  const [first = '', ...others] = [
    ...notes.filter((note) => note.length <= NOTE_LIMIT),
    ...notes.filter((note) => note.length > NOTE_LIMIT).slice(0, 1),
  ];
  return others.reduce((all, note) => {
    const longer = `${all}\n${note}`;
    return longer.length > NOTE_LIMIT ? all : longer;
  }, first);
}

export function draft(given: Partial<Draft> & { readonly line: number }): Draft {
  return {
    term: '',
    definition: '',
    status: '',
    preferredLabel: '',
    scopeNote: '',
    example: '',
    resolution: '',
    replacedBy: '',
    aliases: [],
    deprecatedLabels: [],
    sayInstead: [],
    usages: [],
    ...given,
  };
}
