import { Temporal } from 'temporal-polyfill';
import { type Organization, type Partnership, presentOrganizations } from './partnership.ts';

export const NAME_LIMIT = 80;
const SHORT_LIMIT = 40;
export const PURPOSE_LIMIT = 300;
const MOST_DOMAINS = 20;
/** How much of what somebody typed is repeated in a sentence about it. */
const REPEATED = 60;

/** `field` is the block of the form. */
export type DescriptionFault = { readonly field: string; readonly sentence: string };

/** On one line, without control characters and marks that turn the direction of the text around it. */
export function tidy(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .trim();
}

export function isName(text: string, limit: number): boolean {
  return text.length <= limit && /[\p{L}\p{N}]/u.test(text);
}

/** What is wrong with what is said of an organization; undefined when nothing is. */
export function descriptionFault(given: {
  readonly name?: string;
  readonly shortName?: string;
  readonly timeZone?: string;
  readonly emailDomains?: readonly string[];
}): DescriptionFault | undefined {
  if (given.name !== undefined && !isName(given.name, NAME_LIMIT)) {
    return {
      field: 'orgName',
      sentence: `A name has 1 to ${NAME_LIMIT} characters, with a letter among them.`,
    };
  }
  if (given.shortName !== undefined && !isName(given.shortName, SHORT_LIMIT)) {
    return {
      field: 'shortName',
      sentence: `A short name has 1 to ${SHORT_LIMIT} characters, with a letter among them.`,
    };
  }
  if (given.timeZone !== undefined && timeZoneIn(given.timeZone) === undefined) {
    return {
      field: 'timeZone',
      sentence: `I don’t know the time zone “${given.timeZone.slice(0, REPEATED)}”. Write it like America/Chicago or Europe/Berlin.`,
    };
  }
  return given.emailDomains && domainsFault(given.emailDomains);
}

function domainsFault(domains: readonly string[]): DescriptionFault | undefined {
  const field = 'emailDomains';
  const odd = domains.find((domain) => !/^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(domain));
  if (odd !== undefined) {
    return {
      field,
      sentence: `“${odd.slice(0, REPEATED)}” isn’t an e-mail domain. Write it like lantern.example.`,
    };
  }
  if (domains.length <= MOST_DOMAINS) return undefined;
  return { field, sentence: `${domains.length} domains are many; ${MOST_DOMAINS} is the most.` };
}

/** What one organization says of itself and another here has said before it. */
export function clashFault(
  partnership: Partnership,
  organizationId: string | undefined,
  given: {
    readonly name?: string;
    readonly shortName?: string;
    readonly emailDomains?: readonly string[];
  },
): DescriptionFault | undefined {
  const others = partnership.organizations.filter(({ id }) => id !== organizationId);
  const sentence =
    'Another organization here already has that name. Choose one that tells them apart.';
  if (given.name && isTaken(others, given.name)) return { field: 'orgName', sentence };
  if (given.shortName && isTaken(others, given.shortName)) return { field: 'shortName', sentence };
  for (const other of presentOrganizations({ ...partnership, organizations: others })) {
    const both = given.emailDomains?.find((domain) =>
      other.emailDomains.some((theirs) => overlap(domain, theirs)),
    );
    if (!both) continue;
    return {
      field: 'emailDomains',
      sentence: `Guests with ${both} belong to ${other.shortName} already. Ask its people to give the domain up first.`,
    };
  }
  return undefined;
}

function isTaken(others: readonly Organization[], name: string): boolean {
  const wanted = name.toLowerCase();
  return others.some((o) => [o.name.toLowerCase(), o.shortName.toLowerCase()].includes(wanted));
}

function overlap(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The zone as the IANA spells it, whatever the case. An offset such as `+02:00` is none: it has no summer. */
export function timeZoneIn(text: string): string | undefined {
  if (!/^[a-z]/i.test(text)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return undefined;
  }
}

/** `Lantern.example, @clinic.example` → `lantern.example`, `clinic.example`. */
export function domainsIn(text: string): readonly string[] {
  const domains = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^.*@/, ''))
    .filter(Boolean);
  return [...new Set(domains)];
}
