/** More rows than this are no glossary that people could look through. */
export const ROW_LIMIT = 10_000;

export const COLUMN_LIMIT = 500;

export const BYTE_LIMIT = 10_000_000;

/** What people paste; anything longer, and every file, is read in a process of its own. */
export const SHORT = 4_000;

/** A term base, the deepest that glossaries are, has nine levels. */
export const NESTING_LIMIT = 32;

export const TOO_NESTED = `Lists or entries in it stand inside of one another more than ${NESTING_LIMIT} deep, and in a glossary it is a handful. Export it again from where it comes, or send the glossary as CSV.`;

/** YAML is the slowest to read by far. */
export const YAML_LIMIT = 3_000_000;

/** Of a scope note and of an example, as in the form. */
export const NOTE_LIMIT = 500;
