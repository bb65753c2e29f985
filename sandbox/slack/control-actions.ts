import type { IncomingMessage, ServerResponse } from 'node:http';
import { applyFault } from './control-faults.ts';
import type { Faults } from './faults.ts';
import type { Simulation } from './simulation.ts';
import type { Json } from './state.ts';
import type { ClickTarget, Visitor } from './visitor.ts';
import type { WebApi } from './web-api.ts';

export type ClockStep = 'hour' | 'day' | 'week' | 'next';

/** What the sandbox around this Slack adds to it. */
export type ControlHooks = {
  readonly clock?: { now(): Date; advance(by: ClockStep): Promise<Date> };
  readonly ready?: () => boolean | Promise<boolean>;
  /** Serves what is neither API, hook nor control; false when it has nothing either. */
  readonly pages?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

export type ControlParts = ControlHooks & {
  readonly sim: Simulation;
  readonly api: WebApi;
  readonly fault: Faults;
  readonly as: (userId: string) => Visitor;
  readonly onChange: (listener: () => void) => () => void;
};

type Action = (parts: ControlParts, body: Json) => unknown;

const steps: readonly string[] = ['hour', 'day', 'week', 'next'] satisfies ClockStep[];

export const actions: Readonly<Record<string, Action>> = {
  command: (parts, body) =>
    who(parts, body).command(text(body, 'channel'), text(body, 'text'), thread(body)),
  message: (parts, body) =>
    who(parts, body).says(text(body, 'channel'), words(body), sending(body)),
  dm: (parts, body) => who(parts, body).dm(words(body), sending(body)),
  upload: (parts, body) => {
    const content = Buffer.from(text(body, 'base64'), 'base64');
    return { file: who(parts, body).uploads(text(body, 'name'), content) };
  },
  click: (parts, body) =>
    who(parts, body).click(targetOf(body), text(body, 'action'), body.value, maybe(body, 'block')),
  options: async (parts, body) => ({
    options: await who(parts, body).options(
      targetOf(body),
      text(body, 'action'),
      maybe(body, 'text') ?? '',
    ),
  }),
  fill: (parts, body) => who(parts, body).fill(text(body, 'view'), valuesOf(body)),
  submit: (parts, body) => who(parts, body).submit(text(body, 'view'), valuesOf(body)),
  close: (parts, body) =>
    who(parts, body).closeModal(text(body, 'view'), { all: body.all === true }),
  shortcut: (parts, body) => {
    const on = body.ts === undefined ? undefined : place(body);
    return who(parts, body).shortcut(text(body, 'callback'), on);
  },
  home: (parts, body) => who(parts, body).openHome(body.tab === 'messages' ? 'messages' : 'home'),
  react: (parts, body) =>
    who(parts, body).react(text(body, 'channel'), text(body, 'ts'), text(body, 'emoji')),
  join: (parts, body) => who(parts, body).joins(text(body, 'channel')),
  leave: (parts, body) => who(parts, body).leaves(text(body, 'channel')),
  'invite-bot': (parts, body) => who(parts, body).invitesBot(text(body, 'channel')),
  fault: ({ fault }, body) => applyFault(fault, body),
  clock: async ({ clock, ready }, body) => {
    if (!clock) throw new Error('This Slack was started without a clock to move');
    if (ready && !(await ready()))
      throw new Error('The bot is still starting; ask again in a moment');
    const by = text(body, 'advance');
    if (!steps.includes(by)) throw new Error(`“advance” is one of ${steps.join(', ')}`);
    return { now: (await clock.advance(by as ClockStep)).toISOString() };
  },
};

function who({ as, sim }: ControlParts, body: Json): Visitor {
  if (typeof body.as === 'string') return as(body.as);
  const people = sim.world.users.map(({ id }) => id).join(', ');
  throw new Error(`Say who acts: {"as": "…"}, one of ${people}`);
}

function text(body: Json, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`“${name}” is needed, as text. You sent: ${Object.keys(body).join(', ')}`);
}

function maybe(body: Json, name: string): string | undefined {
  return typeof body[name] === 'string' ? body[name] : undefined;
}

function thread(body: Json): { threadTs?: string } {
  const threadTs = maybe(body, 'thread');
  return threadTs ? { threadTs } : {};
}

/** With files there need not be any. */
function words(body: Json): string {
  return filesOf(body).length > 0 ? (maybe(body, 'text') ?? '') : text(body, 'text');
}

function sending(body: Json): { threadTs?: string; files: string[] } {
  return { ...thread(body), files: filesOf(body) };
}

function filesOf({ files = [] }: Json): string[] {
  if (Array.isArray(files) && files.every((id) => typeof id === 'string')) return files;
  throw new Error('“files” is a list of ids, as /control/upload answers them');
}

function place(body: Json): { channelId: string; ts: string } {
  return { channelId: text(body, 'channel'), ts: text(body, 'ts') };
}

function valuesOf(body: Json): Record<string, unknown> {
  return (body.values ?? {}) as Record<string, unknown>;
}

function targetOf(body: Json): ClickTarget {
  const [ts, view, channel] = [maybe(body, 'ts'), maybe(body, 'view'), maybe(body, 'channel')];
  if (body.home === true) return { home: true };
  if (view) return { viewId: view };
  if (ts) return { messageTs: ts, ...(channel && { channelId: channel }) };
  throw new Error('Say where: {"ts": "…"} of a message, {"view": "V…"}, or {"home": true}');
}
