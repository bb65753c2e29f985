import type { ConstructorOptions } from 'pg-boss';
import type { ListenForChanges } from './changes.ts';
import { openEmbedded } from './embedded.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { openServer } from './server.ts';

export type { PrismaClient };

/** The absent `$connect` tells it from a whole client, for the compiler and at run time. */
export type Transaction = Prisma.TransactionClient & { readonly $connect?: never };

export type Db = PrismaClient | Transaction;

export type DatabaseConfig = {
  /** A PostgreSQL server; without it the database is embedded. */
  readonly url?: string;
  /** Where the embedded database lives; `memory://` keeps nothing. */
  readonly dataDir: string;
};

/** What pg-boss is opened with to work on the same database. */
type QueueOptions = Pick<ConstructorOptions, 'db' | 'backend' | 'connectionString' | 'max'>;

export type Database = AsyncDisposable & {
  readonly client: PrismaClient;
  readonly queueOptions: QueueOptions;
  readonly embedded: boolean;
  /** Hears what any replica changes. */
  readonly listen: ListenForChanges;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
};

/** Opens the database and brings it up to the migrations of this version of the bot. */
export function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.url ? openServer(config.url) : openEmbedded(config.dataDir);
}
