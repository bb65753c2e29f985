export type Sector = 'public' | 'private' | 'nonprofit';

export type Stage = 'exploring' | 'building' | 'delivering' | 'reviewing' | 'closing' | 'closed';

/** `17:30` to `08:00`; over midnight as a rule. */
export type QuietHours = { readonly from: string; readonly to: string };

export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly sector: Sector | undefined;
  readonly timeZone: string;
  /** ISO weekdays, 1 = Monday. */
  readonly workingWeek: readonly number[];
  /** ISO dates on which it is closed. */
  readonly closures: readonly string[];
  /** ISO 3166: where its public holidays were taken from. */
  readonly country: string | undefined;
  readonly subdivision: string | undefined;
  /** Local times between which nobody there is written to unasked, in the zone of the person. */
  readonly quietHours: QuietHours;
  readonly emailDomains: readonly string[];
  /** The `T…` and `E…` ids by which Slack names it. Guests' organizations have none. */
  readonly slackTeamIds: readonly string[];
  readonly hasLeft: boolean;
};

/** The scope of every query. */
export type Partnership = {
  readonly id: string;
  readonly name: string;
  readonly purpose: string | undefined;
  readonly stage: Stage;
  readonly termFloorWorkingDays: number;
  /** The same for the date of a milestone. */
  readonly milestoneFloorWorkingDays: number;
  readonly blindFirst: boolean;
  readonly lazyConsent: boolean;
  /** The channels in which the bot can speak. */
  readonly channelIds: readonly string[];
  /** Those that are in it now come first. */
  readonly organizations: readonly Organization[];
};

export function presentOrganizations(partnership: Partnership): readonly Organization[] {
  return partnership.organizations.filter((organization) => !organization.hasLeft);
}

export function organizationById(partnership: Partnership, id: string): Organization | undefined {
  return partnership.organizations.find((organization) => organization.id === id);
}

/** The organization that somebody means by its name or short name, whatever the case. */
export function organizationNamed(
  partnership: Partnership,
  name: string,
): Organization | undefined {
  const wanted = name.trim().toLowerCase();
  return partnership.organizations.find(
    (o) => o.name.toLowerCase() === wanted || o.shortName.toLowerCase() === wanted,
  );
}

/** A first short name that no organization here has yet. Editable. */
export function freeShortName(partnership: Partnership, name: string): string {
  const short = shortNameOf(name);
  const candidates = [short, ...(name.length <= 40 ? [name] : [])];
  const free = candidates.find((candidate) => !organizationNamed(partnership, candidate));
  if (free) return free;
  let n = 2;
  while (organizationNamed(partnership, `${short} ${n}`)) n += 1;
  return `${short} ${n}`;
}

const FORMS =
  /(?<![\s,])[\s,]+(?:gmbh|ag|inc|ltd|llc|llp|plc|corp|corporation|e\.?v|s\.?a|b\.?v)\.?$/i;

/** A first short name: legal forms dropped, then the words that fit in 24 characters. Editable. */
export function shortNameOf(name: string): string {
  const words = name.trim().replace(FORMS, '').split(/\s+/);
  let short = words[0] ?? name;
  for (const word of words.slice(1)) {
    if (short.length + word.length + 1 > 24) break;
    short = `${short} ${word}`;
  }
  return short.slice(0, 40);
}
