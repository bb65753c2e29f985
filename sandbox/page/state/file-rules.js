const LIMIT_MB = 5;
const LIMIT_BYTES = LIMIT_MB * 1024 * 1024;
export const SIZE_RULE = `up to ${LIMIT_MB} MB`;

/** Why a file cannot be sent, in a sentence; undefined when it can. */
export function whyNot({ name, size }, types = []) {
  if (types.length > 0 && !types.includes(extensionOf(name))) {
    return `“${name}” was not added: it is not ${typesInWords(types)}.`;
  }
  if (size > LIMIT_BYTES) {
    return `“${name}” was not added: it has ${sizeText(size)}, and a file may have ${SIZE_RULE}.`;
  }
  return size === 0 ? `“${name}” was not added: it is empty.` : undefined;
}

export function typesInWords(types) {
  const names = types.map((type) => type.toUpperCase());
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names[0];
}

export function extensionOf(name) {
  return /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';
}

export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}
