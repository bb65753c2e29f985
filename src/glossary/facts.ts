declare module '../facts.ts' {
  interface FactTable {
    /** What a term means was agreed, changed or retired. */
    'terms.agreed': object;
    /** Enough people said that the agreed words confuse them. */
    'term.confusing': { readonly termId: string };
    /** Everybody agreed on this term now. */
    'term.agreed': { readonly termId: string };
  }
}

export {};
