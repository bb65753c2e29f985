import { App } from '@slack/bolt';
import { claimDueProposals } from './agreements/claim-due-proposals.ts';
import { agreementJobs } from './agreements/jobs.ts';
import { nextDueProposal } from './agreements/next-due-proposal.ts';
import { followChannel } from './channels/follow-channel.ts';
import { registerChannels } from './channels/slack/listeners.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { type Database, openDatabase } from './database/client.ts';
import { createPartnershipCache } from './database/partnership-cache.ts';
import { inTransaction } from './database/transaction.ts';
import { exchangeJobs } from './exchange/jobs.ts';
import { registerExchange } from './exchange/slack/listeners.ts';
import { exportTalk, importTalk } from './exchange/slack/talk.ts';
import type { Lexicon } from './explaining/lexicon.ts';
import { registerExplaining } from './explaining/slack/listeners.ts';
import { createExplainTalk } from './explaining/slack/talk.ts';
import { termAgreeable } from './glossary/agreeable.ts';
import { glossaryJobs } from './glossary/jobs.ts';
import { sharedMessage } from './glossary/slack/announcement-view.ts';
import { glossaryHome } from './glossary/slack/home-talk.ts';
import { changeButton, defineButton, lookUpButton } from './glossary/slack/ids.ts';
import { registerGlossary } from './glossary/slack/listeners.ts';
import { createGlossaryTalk } from './glossary/slack/talk.ts';
import { createLog, type Logger } from './log.ts';
import { leaveChannel } from './members/leave-channel.ts';
import { recognizeMember } from './members/recognize-member.ts';
import { createMetrics } from './metrics.ts';
import { noticeboardJobs } from './noticeboard/jobs.ts';
import { type FoundingInput, foundPartnership } from './partnerships/found-partnership.ts';
import { joinOrganizations } from './partnerships/join-organizations.ts';
import { listPartnershipsOfPerson } from './partnerships/list-partnerships-of-person.ts';
import type { Partnership } from './partnerships/partnership.ts';
import { reconcileOrganizations } from './partnerships/reconcile-organizations.ts';
import { registerHome } from './partnerships/slack/home-listeners.ts';
import { registerPartnerships } from './partnerships/slack/listeners.ts';
import { createPartnershipTalk } from './partnerships/slack/talk.ts';
import { findPartnership, findPartnershipOfChannel } from './partnerships/store.ts';
import { isRead } from './reading/is-read.ts';
import { readingJobs } from './reading/jobs.ts';
import { registerReading } from './reading/slack/listeners.ts';
import { readingTalk } from './reading/slack/talk.ts';
import { claimAppointments, nextAppointment } from './schedule/appointments.ts';
import { type Clock, systemClock } from './schedule/clock.ts';
import { openQueue } from './schedule/queue.ts';
import { startTicker } from './schedule/tick.ts';
import type { Message } from './slack/answer.ts';
import { createBoard } from './slack/board.ts';
import { createBoltLogger } from './slack/bolt-logger.ts';
import { createClients } from './slack/clients.ts';
import { createContexts } from './slack/context-of.ts';
import { createDirectory } from './slack/directory.ts';
import { createDoors } from './slack/doors.ts';
import { createFiles } from './slack/files.ts';
import { healthRoutes } from './slack/health.ts';
import { createIdentity } from './slack/identity.ts';
import { createInbox } from './slack/inbox.ts';
import { registerLines } from './slack/lines.ts';
import { createMessages } from './slack/messages.ts';
import { createPoster } from './slack/post.ts';
import { createReceiver } from './slack/receiver.ts';
import { registerSpotting } from './spotting/slack/listeners.ts';
import { StartFault } from './start-fault.ts';
import { upkeepJobs } from './upkeep/jobs.ts';
import { registerUpkeep } from './upkeep/slack/listeners.ts';

export type Overrides = {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** One that is open already; it is closed with the bot. */
  readonly database?: Database;
};

export type Bot = AsyncDisposable & {
  readonly port: number;
  /** Looks for what is due now, as each minute does. */
  tick(): Promise<void>;
  /** How many requests are being worked on and how many jobs wait or run. */
  pending(): Promise<number>;
  /** The next moment at which time alone changes something. */
  nextDue(): Promise<Date | undefined>;
  /** For whoever builds on the same ground: the sandbox loads its sample through these. */
  contextFor(partnershipId: string): Promise<Context>;
  foundPartnership(input: FoundingInput): Promise<Partnership>;
};

/** What each partnership has done for it in turns; every one of these jobs sets its next turn. */
const RECURRING: readonly string[] = ['upkeep.word', 'upkeep.week'];

const UPKEEP_BUTTONS = { changeButton, defineButton };

/** Some 3 kB each. */
const LOOK_UPS_KEPT = 10_000;

/** One for each partnership; some 100 bytes for each spelling. */
const LEXICONS_KEPT = 200;

/** Builds everything, and hands each part what it needs. Stops in the reverse order. */
export async function start(config: Config, overrides: Overrides = {}): Promise<Bot> {
  const log = overrides.log ?? createLog(config.logLevel);
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
  const poster = createPoster(clients.delivering, (channelId) =>
    followChannel(db, clock.now(), { kind: 'gone', channelId }),
  );
  const files = createFiles(clients.delivering, config.slack);
  const directory = createDirectory(clients.waiting);
  const identity = createIdentity(clients.delivering, config.slack.botToken, log);

  const inbox = createInbox({
    db,
    clock,
    jobs: () => queue.jobs,
    log,
    isRead: (channelId) => isRead(db, channelId),
  });
  const contextFor = async (partnershipId: string): Promise<Context> => {
    const partnership = await findPartnership(db, partnershipId);
    if (!partnership) throw new Error(`no partnership ${partnershipId}`);
    const { jobs } = queue;
    return { db, clock, jobs, changed, partnership, member: undefined };
  };
  const queue = stack.use(
    await openQueue(
      database,
      {
        'slack.event': inbox.handle,
        ...agreementJobs(contextFor, [termAgreeable]),
        ...glossaryJobs(contextFor, poster),
        ...exchangeJobs({ contextFor, poster, files }),
        ...readingJobs(poster),
        ...upkeepJobs({
          contextFor,
          poster,
          log,
          buttons: UPKEEP_BUTTONS,
          termMessage: sharedMessage,
        }),
        ...noticeboardJobs({ contextFor, board: createBoard(clients.delivering), poster, log }),
      },
      log,
    ),
  );

  const ready = async () => {
    await database.ping();
    await queue.pending();
  };
  const metrics = createMetrics(queue.pending);
  const receiver = createReceiver(config, healthRoutes({ ready, metrics }), boltLogger);
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

  const found = (input: FoundingInput) =>
    foundPartnership(db, clock.now(), { ...input, recurring: RECURRING });
  const { contextOf, partnershipNow } = createContexts({
    db,
    clock,
    jobs: queue.jobs,
    changed,
    directory,
    ground: {
      findPartnershipOfChannel: (channelId) => findPartnershipOfChannel(db, channelId),
      foundPartnership: found,
      joinOrganizations: (partnership, organizations) =>
        joinOrganizations(db, partnership, { organizations }),
      reconcileOrganizations: (partnership, organizations) =>
        reconcileOrganizations(db, partnership, { organizations, now: clock.now() }),
      recognizeMember: (partnership, input) => recognizeMember(db, partnership, input),
      listPartnershipsOfPerson: (person) => listPartnershipsOfPerson(db, person),
    },
  });
  const doors = createDoors(slack, contextOf, clients, log);

  const explaining = {
    lexicons,
    messages: createMessages(clients.waiting),
    buttons: { define: defineButton, lookUp: lookUpButton },
  };
  const glossary = createGlossaryTalk(db, lookUps, {
    explain: createExplainTalk(explaining),
    import: importTalk,
    export: exportTalk,
    reading: readingTalk,
  });
  const { talk: partnership, help } = createPartnershipTalk({ glossary }, directory.person);
  doors.command('/glossary', glossary);
  doors.command('/partnership', partnership);
  registerLines(slack, doors, { glossary, partnership, help: async () => help() });
  registerGlossary(doors, poster);
  registerExchange(doors);
  registerUpkeep(doors, UPKEEP_BUTTONS);
  registerReading(doors, poster);
  registerSpotting(slack, doors, {
    contextOf,
    lexicons,
    isRead: (channelId) => isRead(db, channelId),
  });
  registerExplaining(slack, doors, {
    ...explaining,
    contextOf,
    isRead: (channelId) => isRead(db, channelId),
  });
  registerPartnerships(doors, directory.person);
  registerHome(slack, { contextOf, sections: glossaryHome });
  registerChannels(slack, doors, {
    db,
    clock,
    poster,
    help,
    reconcile: async (channelId, asking) => (await partnershipNow(channelId, asking)) !== undefined,
    memberLeft: async (channelId, { userId = '', teamIds }) => {
      const found = await findPartnershipOfChannel(db, channelId);
      const isInChannel = (id: string) => directory.isInChannel(id, userId);
      if (found) await leaveChannel(db, found, { userId, teamIds, now: clock.now(), isInChannel });
    },
  });

  await identity.verify();
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
  const takeAll = async (claim: typeof claimAppointments): Promise<void> => {
    let more = true;
    while (more) {
      ({ more } = await inTransaction(db, (tx) => claim(tx, queue.jobs, clock.now())));
    }
  };
  const ticker = stack.use(
    startTicker(
      [inbox.forget, () => takeAll(claimDueProposals), () => takeAll(claimAppointments)],
      log,
    ),
  );
  log.info({ mode: config.slack.mode, embedded: database.embedded }, 'ready');

  const parts = stack.move();
  return {
    port: portOf(server) ?? config.http.port,
    tick: ticker.tick,
    pending: async () => inbox.running() + (await queue.pending()),
    async nextDue() {
      const due = [await nextDueProposal(db), await nextAppointment(db)].filter(
        (at) => at !== undefined,
      );
      return due.toSorted((a, b) => a.getTime() - b.getTime())[0];
    },
    contextFor,
    foundPartnership: found,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

function portOf(server: unknown): number | undefined {
  const address = (server as { address?: () => { port?: number } | string | null }).address?.();
  return typeof address === 'object' ? address?.port : undefined;
}
