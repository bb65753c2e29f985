import { Temporal } from 'temporal-polyfill';

const NAME_LIMIT = 80;
const SHORT_LIMIT = 40;

export type DescriptionFault = { readonly field: string; readonly sentence: string };

/** What is wrong with what is said of an organization; undefined when nothing is. */
export function descriptionFault(given: {
  readonly name?: string;
  readonly shortName?: string;
  readonly timeZone?: string;
  readonly emailDomains?: readonly string[];
}): DescriptionFault | undefined {
  if (given.name !== undefined && !fits(given.name, NAME_LIMIT)) {
    return { field: 'orgName', sentence: `A name has 1 to ${NAME_LIMIT} characters.` };
  }
  if (given.shortName !== undefined && !fits(given.shortName, SHORT_LIMIT)) {
    return { field: 'shortName', sentence: `A short name has 1 to ${SHORT_LIMIT} characters.` };
  }
  if (given.timeZone !== undefined && !isTimeZone(given.timeZone)) {
    return {
      field: 'timeZone',
      sentence: `I don’t know the time zone “${given.timeZone}”. Write it like America/Chicago or Europe/Berlin.`,
    };
  }
  const odd = given.emailDomains?.find((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain));
  if (odd !== undefined) {
    return {
      field: 'emailDomains',
      sentence: `“${odd}” isn’t an e-mail domain. Write it like lantern.example.`,
    };
  }
  return undefined;
}

function fits(text: string, limit: number): boolean {
  return text.trim().length > 0 && text.length <= limit;
}

function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** `Lantern.example, @clinic.example` → `lantern.example`, `clinic.example`. */
export function domainsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^.*@/, ''))
    .filter(Boolean);
}
