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
  /** A guest of the workspace named by `teamIds`, who works for somebody else. */
  readonly isGuest: boolean;
};

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
