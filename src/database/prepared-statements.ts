import type { PGlite } from '@electric-sql/pglite';
import { LRUCache } from 'lru-cache';

type Exchange = PGlite['execProtocolStream'];
type Answers = Awaited<ReturnType<Exchange>>;

/** What PostgreSQL answered when the statement was first used; it answers the same each time. */
type Statement = {
  readonly name: string;
  readonly parsed: Answers;
  described?: Answers;
  bound?: Answers;
  columns?: Answers;
};

/** More than the program has; those that are made for a number of rows are others for each number. */
const MOST = 1_000;
/** Longer ones write many rows at once, are not sent again, and would only fill the memory. */
const LONGEST = 20_000;

// The messages of PostgreSQL's protocol, https://www.postgresql.org/docs/17/protocol-message-formats.html
const [PARSE, BIND, DESCRIBE, EXECUTE, QUERY] = [...Buffer.from('PBDEQ')] as const;
const [OF_STATEMENT, OF_PORTAL] = [...Buffer.from('SP')] as const;
const HEADER = 5;

/** After these a statement may have other columns. */
const CHANGES_TABLES = /\b(?:alter|create|drop)\b/i;

/**
 * PGlite has each query parsed, described twice and planned anew, in six exchanges. Here a query becomes
 * a named statement when it is first sent; from then on it takes two exchanges, and mostly no planning.
 */
export function preparingStatements(pglite: PGlite): PGlite {
  const exchange = pglite.execProtocolStream.bind(pglite);
  const closed: string[] = [];
  const known = new LRUCache<string, Statement>({
    max: MOST,
    dispose: ({ name }) => void closed.push(name),
  });
  let made = 0;
  let current: Statement | undefined;
  let heldBind: Uint8Array | undefined;

  async function parse(...[message, options]: Parameters<Exchange>): Promise<Answers> {
    const query = text(message.subarray(HEADER));
    if (CHANGES_TABLES.test(query)) known.clear();
    current = known.get(query);
    if (current) return current.parsed;
    if (query.length > LONGEST) return exchange(message, options);
    made += 1;
    const name = `s${made}`;
    const closing = closed.splice(0).map(closingOf);
    const both = Buffer.concat([...closing, naming(message, HEADER, name)]);
    current = { name, parsed: await exchange(both, options) };
    known.set(query, current);
    return current.parsed;
  }

  pglite.execProtocolStream = async (message, options) => {
    const [kind] = message;
    if (kind === PARSE) return parse(message, options);
    if (kind === QUERY && CHANGES_TABLES.test(text(message))) known.clear();
    if (!current) return exchange(message, options);
    if (kind === DESCRIBE && message[HEADER] === OF_STATEMENT) {
      current.described ??= await exchange(naming(message, HEADER + 1, current.name), options);
      return current.described;
    }
    if (kind === BIND) {
      const bind = naming(message, HEADER + 1, current.name);
      if (current.bound && current.columns) {
        heldBind = bind;
        return current.bound;
      }
      current.bound = await exchange(bind, options);
      return current.bound;
    }
    if (kind === DESCRIBE && message[HEADER] === OF_PORTAL) {
      current.columns ??= await exchange(message, options);
      return current.columns;
    }
    if (kind === EXECUTE && heldBind) {
      const both = Buffer.concat([heldBind, message]);
      heldBind = undefined;
      return exchange(both, options);
    }
    current = undefined;
    heldBind = undefined;
    return exchange(message, options);
  };
  return pglite;
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The message with this name in the place of the empty one at `at`. */
function naming(message: Uint8Array, at: number, name: string): Uint8Array {
  const named = Buffer.concat([message.subarray(0, at), Buffer.from(name), message.subarray(at)]);
  named.writeInt32BE(named.length - 1, 1);
  return named;
}

function closingOf(name: string): Uint8Array {
  return naming(Buffer.from('C\0\0\0\0S\0'), HEADER + 1, name);
}
