/** Why the bot cannot speak in a channel any more. */
export type Loss = 'removed' | 'archived' | 'deleted' | 'uninstalled';

/** What Slack shows of a channel when it is asked; unknown where it does not answer that. */
export type Sight = 'here' | 'outside' | 'archived' | 'hidden' | 'unknown';

/** What an event says of the bot and a channel. */
export type Told = 'joined' | 'removed' | 'archived' | 'deleted';

/**
 * What is believed of a channel: one answer or one event ends nothing that Slack shows otherwise. What an
 * event told counts where Slack gives no reason of its own, and a refused post tells nothing.
 */
export function believed(sight: Sight, told: Told | undefined): Loss | 'here' | 'unknown' {
  if (told === 'joined') return sight === 'outside' || sight === 'archived' ? 'unknown' : 'here';
  switch (sight) {
    case 'here':
      return 'here';
    case 'archived':
      return 'archived';
    case 'outside':
      return 'removed';
    case 'hidden':
      return told ?? 'removed';
    case 'unknown':
      return told ?? 'unknown';
  }
}

/** While posts are refused at least this often, it is one and the same limit, which was told. */
const DAYS_OF_ONE_LIMIT = 8;

/** Whether Slack’s refusal to let the bot post is news. */
export function isNewLimit(before: Date | undefined, now: Date): boolean {
  return !before || now.getTime() - before.getTime() > DAYS_OF_ONE_LIMIT * 24 * 3_600_000;
}
