import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { organizationNamed } from '../../src/partnerships/partnership.ts';
import { Refusal, type RefusalCode } from '../../src/refusal.ts';
import { freshDatabase } from '../support/database.ts';
import { DEEDS } from './deeds.ts';
import { deedsScene, type Owner, PEER, type PersonName, type Scene } from './deeds-scene.ts';

/*
 * Who may do what: every use case by which people change something, for every kind of person. Read it by
 * eye when it changes. C coordinator, R representative, m member where both are named; n member, g guest,
 * where nobody is named; o observer; x coordinator and representative of another organization, acting on
 * what is not theirs where it is anybody's; ? somebody of no known organization; L who spoke for one that
 * has left. A dot is a yes; else the refusal: N not yours, D already done, L too late, F not found, I invalid.
 */
const TABLE = `
                                        C R m n g o x ? L
agreements/answer, a term               · · · · · N · N N
agreements/answer, a term by a no       · · · · · N · N N
agreements/answer, a term with a worry  · · · · · N · N N
agreements/answer, a date               · · · · · N · N N
agreements/answer, a date by a no       · · · · · N · N N
agreements/answer, a date with a worry  · · · · · N · N N
agreements/take-back, of a term         N · N · · N N N N
agreements/take-back, own words         N · N · · N F N N
agreements/take-back, of a date         N · N · · N N N N
calendars/ask-for-file                  · · · · · · · N N
calendars/make-link                     · · · · · · · N N
calendars/renew-link                    · · · · · · · N N
calendars/turn-off-link                 · · · · · · · D ·
checkins/ask-for-round                  · N N N N N · N N
checkins/invite                         · N N N N N · N N
checkins/join                           · · · · · N · N N
checkins/keep-apart                     · N N N N N · N N
checkins/leave                          · · · · · N · N N
checkins/pause                          · · · · · N · N N
checkins/pick-time                      · · · · · N L N N
checkins/rather-not                     · · · · · N · N N
checkins/say-how-it-went                · · · · · N L N N
exchange/ask-coordinators               · · · · · N N N N
exchange/cancel-import                  · · · · · N N N N
exchange/confirm-import                 · N N N N N · N N
exchange/propose-import                 · · · · · N N N N
exchange/propose-import, own words      N · N · · N N N N
exchange/start-export                   · · · · · · · N N
exchange/start-import                   · · · · · N · N N
glossary/define-term                    · · · · · N · N N
glossary/define-term, compared          N · N · · N · N N
glossary/deprecate-term                 · · · · · N · N N
glossary/dispute-wording                · N N N N N · N N
glossary/flag-confusion                 · · · · · N · N N
glossary/mark-conflict                  N · N · · N · N N
glossary/share-term                     · · · · · N · N N
glossary/write-usage                    N · N · · N · N N
hours/arrange-hours                     · N N · · N · N N
hours/arrange-own-hours                 · · · · · N · N N
hours/close-days                        · N N · · N · N N
hours/drop-holidays                     · N N · · N F N N
hours/observe-holidays                  · N N · · N · N N
hours/open-days                         · N N · · N F N N
hours/revise-calendar                   · N N · · N · N N
meetings/add-meetings                   · · · · · N · N N
meetings/remove-meetings                · · · · · N · N N
members/assign-guest                    · N N · · N N N N
members/change-digest                   · · · · · N · N N
members/name-role                       · N N · · N N N N
members/name-team                       · N N · · N N N N
milestones/add-milestone                N · N · · N · N N
milestones/complete-milestone           · · N · · N N N N
milestones/drop-milestone               · · N · · N N N N
milestones/explain-move                 · · N · · N N N N
milestones/give-dates                   N · N · · N · N N
milestones/plan-milestone               · · N · · N N N N
milestones/propose-date                 · · · · · N · N N
milestones/reopen-milestone             · · N · · N N N N
milestones/report-forecast              · · N · · N N N N
milestones/say-confidence               N · N · · N · N N
milestones/share-milestone              · · · · · N · N N
milestones/share-picture                · · · · · N · N N
milestones/start-picture                · · · · · · · N N
milestones/step-out                     N · N · · N · N N
notices/resume-notices                  · · · · · N · N N
notices/stop-notices                    · · · · · N · N N
partnerships/add-organization           · N N N N N · N N
partnerships/change-partnership         · N N N N N · N N
partnerships/describe-organization      · N N · · N N N N
reading/allow-reading                   · N N N N N · N N
reading/ask-for-reading                 · · · · · N · N N
reading/stop-reading                    · N N N N N · N N
spotting/ignore-word                    · N N N N N · N N
spotting/mute-word                      · · · · · N · N N
upkeep/confirm-term                     N · N · · N · N N
`;

const ROLES: Readonly<Record<string, PersonName | undefined>> = {
  C: 'coordinator',
  R: 'representative',
  m: 'member',
  n: 'unnamed',
  g: 'guest',
  o: 'observer',
  x: 'other',
  '?': undefined,
  L: 'left',
};

const LETTERS: Readonly<Record<RefusalCode, string>> = {
  'not-yours': 'N',
  'already-done': 'D',
  'too-late': 'L',
  'not-found': 'F',
  invalid: 'I',
};

/** What the bot does by itself, when time passes or after something was said; nobody asks for it. */
const OF_THE_BOT: readonly string[] = [
  'agreements/settle-due-proposal',
  'calendars/end-link',
  'checkins/close-round',
  'checkins/match-late',
  'checkins/note-introduced',
  'checkins/open-round',
  'checkins/put-off',
  'checkins/take-out',
  'checkins/turn-round',
  'digest/catch-up-digest',
  'digest/turn-digest',
  'exchange/announce-import',
  'exchange/apply-import',
  'exchange/fail-import',
  'exchange/keep-preview',
  'exchange/put-import-aside',
  'exchange/read-import',
  'milestones/keep-picture',
  'milestones/keep-said-colour',
  'milestones/look-at-milestones',
  'milestones/show-home-again',
  'milestones/start-home-picture',
  'noticeboard/post-pin',
  'noticeboard/put-on-canvas',
  'noticeboard/refresh-board',
  'notices/end-notices',
  'notices/give-up-member',
  'notices/look-again',
  'notices/prepare-notices',
  'postings/post-pressed',
  'postings/remember-posted',
  'postings/say-once',
  'postings/tell-once',
  'spotting/forget-old-counts',
  'spotting/heed-message',
  'upkeep/ask-reviews',
  'upkeep/turn-week',
  'upkeep/turn-word',
];

const WIDTH = 40;

let scene: Scene;

beforeAll(async () => {
  const database = await freshDatabase();
  scene = await deedsScene(database.client);
  return () => database[Symbol.asyncDispose]();
});

const UNDONE = new Error('undone');

/** What comes of it when this person does it; nothing of it stays. */
async function outcomeOf(deed: string, role: string): Promise<string> {
  const who = ROLES[role];
  const { organizationId } = scene.as(who).member ?? {};
  const { organizations } = scene.as(who).partnership;
  const name = organizations.find(({ id }) => id === organizationId)?.name ?? 'City';
  const owner = role === 'x' || name === 'Gone' ? 'City' : (name as Owner);
  const other = owner === 'Quill' ? 'Lantern' : 'Quill';
  const acting = {
    own: scene.things[owner],
    theirs: scene.things[other],
    ownOrganizationId: organizationNamed(scene.as(who).partnership, owner)?.id ?? '',
    ownName: owner,
    theirName: other,
    peer: scene.as(PEER[owner]),
    importerId: scene.memberIds[who === undefined || role === 'x' ? PEER[owner] : who],
  };
  let outcome = '·';
  await inTransaction(scene.db, async (tx) => {
    try {
      await DEEDS[deed]?.({ ...scene.as(who), db: tx }, acting);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome = LETTERS[error.code];
    }
    throw UNDONE;
  }).catch((error) => {
    if (error !== UNDONE) throw new Error(`${deed} by ${role}`, { cause: error });
  });
  return outcome;
}

test('who may do what is what the table says', { timeout: 60_000 }, async () => {
  const rows: string[] = [];
  for (const deed of Object.keys(DEEDS)) {
    const outcomes: string[] = [];
    for (const role of Object.keys(ROLES)) outcomes.push(await outcomeOf(deed, role));
    rows.push(`${deed.padEnd(WIDTH)}${outcomes.join(' ')}`);
  }
  const head = `${''.padEnd(WIDTH)}${Object.keys(ROLES).join(' ')}`;
  expect(`\n${[head, ...rows].join('\n')}\n`).toBe(TABLE);
});

/** The use cases that somebody's context is handed to and that write, themselves or by others they call. */
function writingUseCases(): readonly string[] {
  const src = new URL('../../src/', import.meta.url).pathname;
  const texts = new Map(
    readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) => /^[a-z]+\/[a-z-]+\.ts$/.test(path) && !/^(slack|schedule|database)\//.test(path),
      )
      .map((path) => [path, readFileSync(join(src, path), 'utf8')]),
  );
  const seen = new Map<string, boolean>();
  const writes = (path: string): boolean => {
    const known = seen.get(path);
    if (known !== undefined) return known;
    seen.set(path, false);
    const text = texts.get(path) ?? '';
    const isWriting =
      /\b(?:transaction|inTransaction)\(/.test(text) || callsWrite(path, text, writes);
    seen.set(path, isWriting);
    return isWriting;
  };
  return [...texts].flatMap(([path, text]) => {
    const verb = basename(path, '.ts').replaceAll(/-([a-z])/g, (_, letter: string) =>
      letter.toUpperCase(),
    );
    const takesContext = new RegExp(
      `export (?:async )?function ${verb}\\(\\s*(?:ctx|\\{[^}]*\\}): Context\\b`,
    );
    return takesContext.test(text) && writes(path) ? [path.replace('.ts', '')] : [];
  });
}

const WRITES =
  /\b(?:insert|put|change|mark|delete|remove|replace|claim|keep|take|end|forget|set)[A-Z]\w*|\bend(?= as)/;

function callsWrite(path: string, text: string, writes: (path: string) => boolean): boolean {
  return [...text.matchAll(/^import (?!type )([^'"]*) from '(\.[^']+)'/gm)].some(
    ([, names = '', from = '']) => {
      const target = normalize(join(dirname(path), from));
      if (/(?:^|[/-])store\.ts$/.test(target)) return WRITES.test(names);
      return writes(target);
    },
  );
}

test('every use case by which something changes is in the table, or is the bot’s own', () => {
  const deeds = new Set(Object.keys(DEEDS).map((deed) => deed.split(',')[0]));
  expect(writingUseCases().toSorted()).toEqual([...deeds, ...OF_THE_BOT].toSorted());
});
