import { isUtf8 } from 'node:buffer';

/** The text of a file. What is neither UTF-8 nor UTF-16 is taken for what Excel on Windows writes. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Most characters of any glossary (spaces, line ends, tabs) have a zero byte in UTF-16. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 2_000);
  if (head.length < 4 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const isMany = (count: number) => count > head.length / 2 / 4;
  if (isMany(odd) && even === 0) return 'utf-16le';
  return isMany(even) && odd === 0 ? 'utf-16be' : undefined;
}
