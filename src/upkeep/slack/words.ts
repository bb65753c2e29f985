import { inert } from '../../slack/mrkdwn.ts';

/** What a view needs to know beside its value. */
export type Scene = {
  readonly organizations: readonly {
    readonly id: string;
    readonly shortName: string;
    readonly hasLeft: boolean;
  }[];
  /** A channel of the partnership. */
  readonly channelId: string;
};

type Carried = { readonly id: string; readonly value: string };

/** What the glossary's own buttons carry, which open its forms. */
export type UpkeepButtons = {
  readonly changeButton: (termId: string, channelId: string) => Carried;
  readonly defineButton: (text: string, channelId: string) => Carried;
};

/** The short names of those that are in the partnership now. */
export function namesOf(scene: Scene, ids: readonly string[]): readonly string[] {
  return scene.organizations
    .filter(({ id, hasLeft }) => !hasLeft && ids.includes(id))
    .map(({ shortName }) => inert(shortName));
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export function dayOf(instant: Date): string {
  return DAY.format(instant);
}

/** `3 people`, `1 organization`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
