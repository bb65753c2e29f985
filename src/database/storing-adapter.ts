import type {
  ArgType,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
} from '@prisma/driver-adapter-utils';
import { storableJson, storableText } from './storable.ts';

/**
 * Between Prisma and the driver: PostgreSQL refuses U+0000 in a text and half a surrogate pair in JSON,
 * whichever person, file or answer of Slack they come from, and a refused row would be lost.
 */
export function storing(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return over(factory, {
    connect: async () => storingSession(await factory.connect()),
  });
}

function storingSession(session: SqlDriverAdapter): SqlDriverAdapter {
  return over(session, {
    ...storingQueries(session),
    startTransaction: async (level) => {
      const transaction = await session.startTransaction(level);
      return over(transaction, storingQueries(transaction));
    },
  });
}

function storingQueries(queries: SqlQueryable): Pick<SqlQueryable, 'queryRaw' | 'executeRaw'> {
  return {
    queryRaw: (query) => queries.queryRaw(stored(query)),
    executeRaw: (query) => queries.executeRaw(stored(query)),
  };
}

function stored(query: SqlQuery): SqlQuery {
  return { ...query, args: query.args.map((value, at) => storedArg(value, query.argTypes[at])) };
}

function storedArg(value: unknown, type: ArgType | undefined): unknown {
  if (typeof value === 'string') {
    return type?.scalarType === 'json' ? storableJson(value) : storableText(value);
  }
  return Array.isArray(value) ? value.map((item) => storedArg(item, type)) : value;
}

/** An object that does what another one does, but for this. */
function over<T extends object>(inner: T, instead: Partial<T>): T {
  return new Proxy(inner, {
    get(target, key) {
      if (Object.hasOwn(instead, key)) return Reflect.get(instead, key);
      const value = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
