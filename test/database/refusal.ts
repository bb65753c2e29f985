import { refusalOf } from '../../src/database/errors.ts';

/** What the database says to `act`: `<SQLSTATE> <name of the rule>`. */
export async function refused(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return `${refusal.code} ${refusal.message.match(/constraint "(\w+)"/)?.[1]}`;
  }
  return 'accepted';
}
