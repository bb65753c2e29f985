import type { ApiFault } from './fault-plan.ts';
import type { Faults } from './faults.ts';
import type { Json } from './state.ts';

type Order = (fault: Faults, body: Json) => Promise<void> | void;

const orders: Readonly<Record<string, Order>> = {
  api: (fault, body) => fault.api(text(body, 'method'), apiFault(body), times(body)),
  'duplicate-events': (fault, body) => fault.duplicateEvents(times(body)),
  'lose-acks': (fault, body) => fault.loseAcks(times(body)),
  'hold-events': (fault) => fault.holdEvents(),
  'release-events': (fault, body) =>
    fault.releaseEvents(body.order === 'reversed' ? 'reversed' : 'as-sent'),
  'retry-now': (fault) => fault.retryNow(),
  'expire-triggers': (fault) => fault.expireTriggers(),
  'expire-response-urls': (fault) => fault.expireResponseUrls(),
  'refuse-ephemerals': (fault, body) => fault.refuseEphemeralsToOutsiders(body.on !== false),
  'refuse-canvases': (fault, body) =>
    fault.refuseCanvases(body.on === false ? undefined : text(body, 'error')),
  'refuse-groups': (fault, body) =>
    fault.refuseGroups(body.on === false ? undefined : text(body, 'error')),
  'refuse-charts': (fault, body) => fault.refuseCharts(body.on !== false),
  'withhold-scopes': (fault, body) => fault.withholdScopes(...scopes(body)),
  'grant-scopes': (fault, body) => fault.grantScopes(...scopes(body)),
  'revoke-token': (fault) => fault.revokeToken(),
  uninstall: (fault) => fault.uninstall(),
  reinstall: (fault) => fault.reinstall(),
  'remove-bot': (fault, body) => fault.removeBot(text(body, 'channel')),
  archive: (fault, body) => fault.archive(text(body, 'channel')),
  unarchive: (fault, body) => fault.unarchive(text(body, 'channel')),
  rename: (fault, body) => fault.rename(text(body, 'channel'), text(body, 'name')),
  'delete-channel': (fault, body) => fault.deleteChannel(text(body, 'channel')),
  share: (fault, body) => fault.share(text(body, 'channel'), text(body, 'team')),
  unshare: (fault, body) => fault.unshare(text(body, 'channel'), text(body, 'team')),
  'change-channel-id': (fault, body) =>
    fault.changeChannelId(text(body, 'channel'), text(body, 'to')),
  'change-zone': (fault, body) => fault.changeZone(text(body, 'user'), text(body, 'zone')),
  deactivate: (fault, body) => fault.deactivate(text(body, 'user')),
  'disturb-not': (fault, body) =>
    fault.disturbNot(
      text(body, 'user'),
      new Date(text(body, 'from')),
      new Date(text(body, 'until')),
    ),
  clear: (fault) => fault.clear(),
};

/** `{"kind": "archive", "channel": "C…"}`: one order of `Faults`, by its name in kebab-case. */
export function applyFault(fault: Faults, body: Json): Promise<void> | void {
  const order = orders[String(body.kind)];
  if (!order) throw new Error(`“kind” is one of ${Object.keys(orders).join(', ')}`);
  return order(fault, body);
}

const answers = ['rate-limited', 'http-error', 'error', 'silence', 'reset', 'null'];

function apiFault(body: Json): ApiFault {
  const kind = text(body, 'answer');
  if (!answers.includes(kind)) throw new Error(`“answer” is one of ${answers.join(', ')}`);
  if (kind === 'error') return { kind, error: text(body, 'error') };
  if (kind === 'http-error') return { kind, status: Number(body.status ?? 500) };
  const retryAfterSeconds = Number(body.retryAfterSeconds ?? 1);
  return { kind, retryAfterSeconds } as ApiFault;
}

function times(body: Json): number {
  return Number(body.times ?? 1);
}

function scopes({ scopes: given }: Json): string[] {
  if (Array.isArray(given) && given.length > 0) return given.map(String);
  throw new Error('“scopes” is needed, as a list');
}

function text(body: Json, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`“${name}” is needed, as text`);
}
