/** More rows than this are no glossary that people could look through. */
export const ROW_LIMIT = 10_000;

export const COLUMN_LIMIT = 500;

/** Reading happens between two messages: whatever a file of this size says, it takes seconds at most. */
export const BYTE_LIMIT = 16_000_000;

/** YAML is the slowest to read by far. */
export const YAML_LIMIT = 3_000_000;

/** Of a scope note and of an example, as in the form. */
export const NOTE_LIMIT = 500;
