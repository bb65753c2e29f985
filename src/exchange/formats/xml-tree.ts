import { SaxesParser } from 'saxes';
import { NESTING_LIMIT, TOO_NESTED } from './limits.ts';

export type XmlNode = {
  /** Without its prefix: `min:partOfSpeech` is `partOfSpeech`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlNode | string)[];
  readonly line: number;
};

const OWN_ENTITIES =
  'This XML defines short forms of its own (<!ENTITY>), and I don’t unfold those. Export it again without them, or send the glossary as CSV.';

/** Entities of the file's own are not known to this parser: nothing in it can unfold or be fetched. */
export function parseXml(text: string): { readonly root: XmlNode } | { readonly problem: string } {
  const parser = new SaxesParser();
  const top: (XmlNode | string)[] = [];
  const open: (XmlNode | string)[][] = [top];
  const add = (content: string) => {
    open.at(-1)?.push(content);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  let refused: string | undefined;
  const refuse = (problem: string) => {
    refused = problem;
    parser.fail(problem);
  };
  parser.on('doctype', (declared) => {
    if (/<!ENTITY/i.test(declared)) refuse(OWN_ENTITIES);
  });
  parser.on('opentag', (tag) => {
    if (open.length > NESTING_LIMIT) refuse(TOO_NESTED);
    const children: (XmlNode | string)[] = [];
    const attributes = new Map(Object.entries(tag.attributes));
    open.at(-1)?.push({ name: localName(tag.name), attributes, children, line: parser.line });
    open.push(children);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(text).close();
  } catch {
    return {
      problem:
        refused ??
        `This XML has a mistake in line ${parser.line}, or it breaks off there. Export it again from where it comes.`,
    };
  }
  const root = top.find((node) => typeof node !== 'string');
  return root ? { root } : { problem: 'There is nothing in this XML.' };
}

export function elementsOf(node: XmlNode): readonly XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** Every element below that has one of the names, in the order of the file. */
export function allNamed(node: XmlNode, ...names: readonly string[]): readonly XmlNode[] {
  return elementsOf(node).flatMap((child) =>
    names.includes(child.name) ? [child] : allNamed(child, ...names),
  );
}

export function textOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
