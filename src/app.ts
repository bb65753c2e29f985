import { App } from '@slack/bolt';
import { claimDueProposals } from './agreements/claim-due-proposals.ts';
import { nextDueProposal } from './agreements/next-due-proposal.ts';
import { calendarRoute } from './calendars/http/listeners.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { openDatabase } from './database/client.ts';
import { createPartnershipCache } from './database/partnership-cache.ts';
import { inTransaction } from './database/transaction.ts';
import type { Lexicon } from './explaining/lexicon.ts';
import { createFacts } from './facts.ts';
import { createLog } from './log.ts';
import { isNewsOfPerson } from './members/is-news-of-person.ts';
import { createHasLeft } from './members/leave-channel.ts';
import { recognizeMember } from './members/recognize-member.ts';
import { countUnread, createMetrics } from './metrics.ts';
import { NOUNS } from './nouns.ts';
import { openDoors } from './open-doors.ts';
import type { Overrides } from './overrides.ts';
import { type FoundingInput, foundPartnership } from './partnerships/found-partnership.ts';
import { joinOrganizations } from './partnerships/join-organizations.ts';
import { listPartnershipsOfPerson } from './partnerships/list-partnerships-of-person.ts';
import type { Partnership } from './partnerships/partnership.ts';
import { reconcileOrganizations } from './partnerships/reconcile-organizations.ts';
import { findPartnership, findPartnershipOfChannel } from './partnerships/store.ts';
import { forgetPresses } from './postings/forget-presses.ts';
import { takeUpAgain } from './postings/take-up-again.ts';
import { isRead } from './reading/is-read.ts';
import { createSay } from './say.ts';
import { claimAppointments, ensureRecurring, nextAppointment } from './schedule/appointments.ts';
import { systemClock } from './schedule/clock.ts';
import { openQueue } from './schedule/queue.ts';
import { oncePer, startTicker } from './schedule/tick.ts';
import type { Message } from './slack/answer.ts';
import { createBoard } from './slack/board.ts';
import { createBoltLogger } from './slack/bolt-logger.ts';
import { createClients, isLimited, isSlackAway } from './slack/clients.ts';
import { createContexts } from './slack/context-of.ts';
import { createDeeds } from './slack/deeds.ts';
import { createDirectory, personIn } from './slack/directory.ts';
import { createDoors, type DoorIds } from './slack/doors.ts';
import { createFiles } from './slack/files.ts';
import { healthRoutes } from './slack/health.ts';
import { createHomes } from './slack/homes.ts';
import { createIdentity } from './slack/identity.ts';
import { createInbox } from './slack/inbox.ts';
import { forgetOldPaces, SLACK_PACE } from './slack/pace.ts';
import { createPresence } from './slack/presence.ts';
import { createReceiver } from './slack/receiver.ts';
import { serveRoutes } from './slack/routes.ts';
import { createWhereabouts } from './slack/whereabouts.ts';
import { StartFault } from './start-fault.ts';
import { createWork, HEARS, NOTICE_KINDS, RECURRING, SPOKEN_BY, TELLERS } from './work.ts';

export type Bot = AsyncDisposable & {
  readonly port: number;
  /** Looks for what is due now, as each minute does. */
  tick(): Promise<void>;
  /** How many requests and jobs are being worked on; how many jobs wait, once none is. */
  pending(): Promise<number>;
  /** The next moment at which time alone changes something. */
  nextDue(): Promise<Date | undefined>;
  /** For whoever builds on the same ground: the sandbox loads its sample through these. */
  contextFor(partnershipId: string): Promise<Context>;
  foundPartnership(input: FoundingInput): Promise<Partnership>;
  /** All that people can type, press and send off, by its ids. */
  readonly ids: DoorIds;
};

/** Some 3 kB each. */
const LOOK_UPS_KEPT = 10_000;

/** One for each partnership; some 100 bytes for each spelling. */
const LEXICONS_KEPT = 200;

/** Builds everything, and hands each part what it needs. Stops in the reverse order. */
export async function start(config: Config, overrides: Overrides = {}): Promise<Bot> {
  const log = overrides.log ?? createLog(config.logLevel);
  const { publicUrl } = config.http;
  const clock = overrides.clock ?? systemClock;
  await using stack = new AsyncDisposableStack();

  const database = stack.use(overrides.database ?? (await openDatabase(config.database)));
  const db = database.client;
  const lookUps = stack.use(await createPartnershipCache<Message>(database.listen, LOOK_UPS_KEPT));
  const lexicons = stack.use(await createPartnershipCache<Lexicon>(database.listen, LEXICONS_KEPT));
  const changed = (partnershipId: string): void => {
    for (const cache of [lookUps, lexicons]) cache.forget(partnershipId);
  };
  const boltLogger = createBoltLogger(log);
  const clients = createClients(config.slack, boltLogger);
  const directory = createDirectory(clients.waiting);
  const presence = createPresence(directory.membersOf, clock.now);
  const facts = createFacts(
    { clock, jobs: () => queue.jobs },
    { hears: HEARS, spokenBy: SPOKEN_BY },
  );
  const identity = createIdentity(clients.delivering, config.slack.botToken, log);
  const { poster, atOnce, token, look, follow, lost } = createSay({
    db,
    house: () => ({ db, facts, now: clock.now() }),
    clients,
    identity,
    pace: overrides.pace ?? SLACK_PACE,
    log,
  });
  const files = createFiles(clients.delivering, config.slack, log);

  const inbox = createInbox({
    db,
    clock,
    jobs: () => queue.jobs,
    log,
    heard: lost.heard,
    isRead: (channelId) => isRead(db, channelId),
    isNews: (user) => isNewsOfPerson(db, personIn(user)),
  });
  const contextFor = async (partnershipId: string): Promise<Context> => {
    const partnership = await findPartnership(db, partnershipId);
    if (!partnership) throw new Error(`no partnership ${partnershipId}`);
    return { db, clock, jobs: queue.jobs, facts, changed, partnership, member: undefined };
  };
  const board = createBoard(clients.delivering);
  const homes = createHomes(clients.delivering, identity);
  const noticeKinds = [...NOTICE_KINDS, ...(overrides.noticeKinds ?? [])];
  const whereabouts = createWhereabouts(clients.delivering, clock.now);
  const hasLeft = createHasLeft({ db, clock, facts });
  const work = createWork({
    contextFor,
    poster,
    files,
    board,
    homes,
    log,
    whereabouts,
    hasLeft: hasLeft(presence.isIn),
    noticeKinds,
    publicUrl,
  });
  if (database.embedded) await takeUpAgain(db);
  const queue = stack.use(
    await openQueue(
      database,
      { events: { 'slack.event': inbox.handle }, ...work },
      {
        log,
        isOutage: (error) => isSlackAway(error) || isLimited(error),
        tellers: TELLERS,
      },
    ),
  );

  const ready = {
    'the database': () => database.ping(),
    'the queue': () => queue.pending(),
    Slack: async () => {
      if (!token.isTaken()) throw new Error('Slack no longer accepts the bot’s token');
    },
  };
  const metrics = createMetrics(queue);
  const routes = [...healthRoutes({ ready, metrics }), calendarRoute({ db, contextFor })];
  const receiver = createReceiver(config, serveRoutes(routes, log), {
    logger: boltLogger,
    log,
    unread: countUnread(metrics),
    tell: (asking, message) => doors.tell(asking, message),
  });
  inbox.guard(receiver);
  const slack = new App({
    receiver,
    authorize: identity.authorize,
    logger: boltLogger,
    convoStore: false,
    clientOptions: {
      slackApiUrl: config.slack.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 5_000,
    },
  });
  // Whoever handed the payload over says in the log what went wrong, once.
  slack.error(async (error) => {
    throw error;
  });

  const found = (input: FoundingInput) =>
    foundPartnership(db, clock.now(), { ...input, recurring: RECURRING });
  const { contextOf, partnershipNow } = createContexts({
    db,
    clock,
    jobs: queue.jobs,
    facts,
    changed,
    directory,
    presence,
    ground: {
      findPartnershipOfChannel: (channelId) => findPartnershipOfChannel(db, channelId),
      foundPartnership: found,
      joinOrganizations: (partnership, organizations) =>
        joinOrganizations(db, partnership, { organizations }),
      reconcileOrganizations: (partnership, organizations) =>
        reconcileOrganizations(db, partnership, { organizations, now: clock.now(), facts }),
      recognizeMember: (partnership, input) => recognizeMember(db, partnership, input),
      listPartnershipsOfPerson: (person) => listPartnershipsOfPerson(db, person),
      hasLeft: hasLeft(presence.isInNow),
    },
  });
  const deeds = createDeeds(db, clock);
  const doors = createDoors(slack, { contextOf, clients, log, deeds });
  openDoors(slack, doors, {
    db,
    clock,
    facts,
    clients,
    poster: atOnce,
    directory,
    presence,
    lookUps,
    lexicons,
    contextOf,
    partnershipNow,
    look,
    follow,
    botUserId: () => identity.known()?.botUserId,
    tokenDoubted: async () => void (await token.doubt('event')),
    noticeKinds,
    nouns: [...NOUNS, ...(overrides.nouns ?? [])],
    publicUrl,
  });

  await identity.verify();
  await token.back();
  const server = await slack.start().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new StartFault(
      `Port ${config.http.port} is taken by another program. Choose one with PORT.`,
    );
  });
  stack.defer(() => inbox.drained());
  stack.defer(async () => {
    await slack.stop();
  });
  // Last of all: whatever waits from an earlier run needs everything above.
  await queue.work();
  const takeAll = async (claim: typeof claimAppointments): Promise<void> => {
    let more = true;
    while (more) {
      ({ more } = await inTransaction(db, (tx) => claim(tx, queue.jobs, clock.now())));
    }
  };
  const ticker = stack.use(
    startTicker(
      [
        // All of it is kept for a day or a week, so that an hour more or less is nothing.
        ...[
          inbox.forget,
          deeds.forget,
          () => forgetPresses(db, clock.now()),
          () => forgetOldPaces(db),
        ].map((forget) => oncePer('hour', clock.now, forget)),
        lost.refresh,
        oncePer('day', clock.now, () => ensureRecurring(db, RECURRING, clock.now())),
        () => takeAll(claimDueProposals),
        () => takeAll(claimAppointments),
      ],
      log,
      { isAsked: overrides.isTickedByHand ?? false },
    ),
  );
  log.info({ mode: config.slack.mode, embedded: database.embedded }, 'ready');

  const parts = stack.move();
  return {
    port: portOf(server) ?? config.http.port,
    tick: ticker.tick,
    // Whoever waits for the end asks often, and need not ask the database before it.
    pending: async () => inbox.running() + queue.running() || queue.pending(),
    async nextDue() {
      const due = [await nextDueProposal(db), await nextAppointment(db, queue.jobs.names)].filter(
        (at) => at !== undefined,
      );
      return due.toSorted((a, b) => a.getTime() - b.getTime())[0];
    },
    contextFor,
    foundPartnership: found,
    ids: doors.ids,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

function portOf(server: unknown): number | undefined {
  const address = (server as { address?: () => { port?: number } | string | null }).address?.();
  return typeof address === 'object' ? address?.port : undefined;
}
