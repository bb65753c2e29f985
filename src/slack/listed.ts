const ALL = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `City, Lantern and Quillstone`; nothing for none. */
export function listed(names: readonly string[]): string {
  return ALL.format(names);
}

/** `Quillstone objects`, `City and Quillstone object`. */
export function objectWords(names: readonly string[]): string {
  return `${listed(names)} ${names.length === 1 ? 'objects' : 'object'}`;
}
