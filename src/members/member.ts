import {
  type Organization,
  type Partnership,
  presentOrganizations,
} from '../partnerships/partnership.ts';

export type Member = {
  readonly id: string;
  readonly organizationId: string;
  readonly slackTeamId: string;
  readonly slackUserId: string;
  readonly displayName: string;
  readonly timeZone: string | undefined;
  /** Local times of their working day. */
  readonly workingHours: { readonly from: string; readonly to: string };
  /** ISO dates off of their own, in place of their organization's; undefined where those hold. */
  readonly closures: readonly string[] | undefined;
  /** Where those are taken from: `US-CA`. */
  readonly closuresFrom: string | undefined;
  /** When a coordinator gets the digest, in their own zone; ISO weekday. */
  readonly digest: { readonly weekday: number; readonly time: string; readonly isStopped: boolean };
  readonly coordinator: boolean;
  readonly representative: boolean;
  readonly observer: boolean;
};

/** What Slack says of a person. Team ids are every `T…` and `E…` under which they may appear. */
export type SlackPerson = {
  readonly userId: string;
  readonly teamIds: readonly string[];
  readonly displayName: string;
  readonly timeZone: string | undefined;
  readonly email: string | undefined;
  /** `en-US`, `de-DE`; not every installation is told. */
  readonly locale?: string | undefined;
  /** A guest of the workspace named by `teamIds`, who works for somebody else. */
  readonly isGuest: boolean;
  /** Their account was ended. */
  readonly isGone: boolean;
};

/** What may change about a person in Slack and matters here. */
export type PersonNow = Pick<SlackPerson, 'userId' | 'teamIds' | 'timeZone' | 'isGone'>;

/** Whether what Slack says of a person by now is more than was known. */
export function isNews(
  person: PersonNow,
  known: { readonly timeZone: string | undefined },
): boolean {
  return person.isGone || (person.timeZone !== undefined && person.timeZone !== known.timeZone);
}

/**
 * The organization a person works for: guests by their e-mail domain only, everybody else by team.
 * Undefined when neither tells.
 */
export function organizationOfPerson(
  partnership: Partnership,
  person: SlackPerson,
): Organization | undefined {
  const present = presentOrganizations(partnership);
  const domain = person.email?.toLowerCase().split('@')[1];
  const byDomain = domain && present.find((o) => o.emailDomains.some((d) => endsIn(domain, d)));
  if (person.isGuest) return byDomain || undefined;
  return present.find((o) => o.slackTeamIds.some((id) => person.teamIds.includes(id)));
}

function endsIn(domain: string, wanted: string): boolean {
  return domain === wanted || domain.endsWith(`.${wanted}`);
}
