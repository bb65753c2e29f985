import { createHash } from 'node:crypto';
import { parseSync } from 'oxc-parser';

/** A small fault: what stands from `start` to `end` is replaced. */
export type Mutant = {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly what: string;
  /** By its line and its own text, not by its place, so that it stays the same while the file around it changes. */
  readonly id: string;
};

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<
  string,
  unknown
>;

const OTHER: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
};

/** The embedded database has one connection, and no races: these are tried on a server, `test/database/races.test.ts`. */
const OF_RACES = /^(?:await )?(?:lock\w*|setImmediate)\(/;

/** Every small fault of a TypeScript file: conditions, clauses, edges, numbers, and what is done beside. */
export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} can’t be read`);
  const found: Mutant[] = [];
  const unreachable = new Set<unknown>();
  const add = ({ start, end }: Pick<Node, 'start' | 'end'>, by: string, what: string) => {
    const line = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', end));
    const hash = createHash('sha256').update(`${path}\n${what}\n${line}\n${by}`);
    found.push({ start, end, by, what, id: hash.digest('hex').slice(0, 10) });
  };
  const textOf = ({ start, end }: Node) => text.slice(start, end);
  visit(program as unknown as Node, (node) => {
    const { type, operator } = node;
    const [left, right] = [node.left as Node, node.right as Node];
    if (type === 'LogicalExpression' && operator !== '??') {
      add(node, textOf(left), `only the first clause of ${String(operator)}`);
      add(node, textOf(right), `only the last clause of ${String(operator)}`);
    }
    // `cells[at] ?? 0`: the number is for the compiler, which does not know that there is one.
    const isIndexed = left?.type === 'MemberExpression' && left.computed === true;
    if (operator === '??' && isIndexed) unreachable.add(right);
    if (type === 'BinaryExpression' && OTHER[String(operator)]) {
      // Of words that are put together, nothing is left but a type error.
      if (operator === '+' && /['`]/.test(textOf(node))) return;
      const between = { start: left.end, end: right.start };
      add(between, ` ${OTHER[String(operator)]} `, `${String(operator)} the other way`);
    }
    if (type === 'UnaryExpression' && operator === '!') {
      add(node, `(${textOf(node.argument as Node)})`, 'without its not');
    }
    if (type === 'ConditionalExpression' || type === 'IfStatement') {
      const test = node.test as Node;
      add(test, `!(${textOf(test)})`, 'the condition turned round');
    }
    if (type === 'ExpressionStatement' && isDeed(node.expression as Node)) {
      if (!OF_RACES.test(textOf(node))) add(node, ';', 'not done');
    }
    if (type === 'Literal' && typeof node.value === 'number' && !unreachable.has(node)) {
      add(node, `${node.value + 1}`, 'one more');
    }
    if (type === 'Literal' && (node.value === 'asc' || node.value === 'desc')) {
      add(node, node.value === 'asc' ? `'desc'` : `'asc'`, 'the other way round');
    }
  });
  return found;
}

function isDeed({ type }: Node): boolean {
  return type === 'AwaitExpression' || type === 'CallExpression';
}

function visit(node: Node, seen: (node: Node) => void): void {
  // Types are not there when it runs.
  if (node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(node.type)) return;
  seen(node);
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'object' && one !== null && typeof one.type === 'string') visit(one, seen);
    }
  }
}
