/** One connection, below Prisma, for what must stay on it: migrations and their lock. */
export type SqlSession = {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Several statements in one go. */
  script(sql: string): Promise<void>;
};
