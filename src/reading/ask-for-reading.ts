import { actingMember, type Context } from '../context.ts';
import { postPressed } from '../postings/post-pressed.ts';
import type { Saying } from '../postings/say-once.ts';
import { Refusal } from '../refusal.ts';
import { getReading } from './get-reading.ts';
import type { Reading } from './reading.ts';

/** Asks the coordinators whose yes is missing, in the channel that is to be read. */
export async function askForReading(
  ctx: Context,
  input: { readonly channelId: string },
  wording: (reading: Reading) => Saying,
): Promise<Reading> {
  actingMember(ctx);
  const { channelId } = input;
  const reading = await getReading(ctx, { channelId });
  if (reading.isOn) return reading;
  if (reading.yes.length === 0) {
    throw new Refusal(
      'too-late',
      'No organization has said yes to it, so there is nothing to ask the others. A coordinator says yes with `/glossary reading on`.',
    );
  }
  const key = { what: 'reading.ask', about: channelId };
  await postPressed(ctx, key, wording(reading).to(channelId));
  return reading;
}
