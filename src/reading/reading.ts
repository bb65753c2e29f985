/** Whose coordinator said yes to reading a channel. */
export type Reading = {
  readonly channelId: string;
  readonly isOn: boolean;
  readonly since: Date | undefined;
  readonly yes: readonly string[];
  /** The organizations whose yes is missing. */
  readonly missing: readonly string[];
};

/**
 * Reading is on where every organization that is there now has said yes. One that joins later has not:
 * reading rests until its coordinator says so too.
 */
export function readingOf(given: {
  readonly channelId: string;
  readonly since: Date | undefined;
  readonly consents: readonly string[];
  readonly present: readonly string[];
}): Reading {
  const { channelId, since, consents, present } = given;
  const yes = present.filter((id) => consents.includes(id));
  const missing = present.filter((id) => !consents.includes(id));
  const isOn = since !== undefined && present.length > 1 && missing.length === 0;
  return { channelId, isOn, since, yes, missing };
}
