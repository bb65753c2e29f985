import type { Chance } from './chance.ts';
import { CANARY } from './mutations.ts';

/** As it goes over the wire. */
export type Sent = { readonly kind: 'form' | 'fields' | 'json'; readonly body: object };

/** What is there to be pressed, filled in and talked about. */
export type Known = {
  readonly ids: readonly string[];
  /** Subscribed events, by the manifest. */
  readonly events: readonly string[];
  /** What buttons carry, as the bot itself wrote it. */
  readonly values: readonly string[];
  readonly uuids: readonly string[];
  readonly blocks: readonly string[];
};

const CHANNELS = ['C0OPENDOORS', 'C0OPENDOORS', 'C0OPENDOORS', 'C0OTHER', 'C0NOWHERE', 'D0RENATA'];

const PEOPLE = [
  { id: 'U0RENATA', team_id: 'T0CITY', name: 'renata' },
  { id: 'U0AMARA', team_id: 'T0CITY', name: 'amara' },
  { id: 'U0LENA', team_id: 'T0QUILL', name: 'lena' },
  { id: 'U0NOBODY', team_id: 'T0NOTEAM', name: CANARY },
];

/** Where nobody listens. */
const RESPONSE_URL = 'http://127.0.0.1:59999/response';

const LINES = [
  `define ${CANARY} = A ${CANARY} in the air`,
  `endorse ${CANARY}`,
  `object ${CANARY} because ${CANARY}`,
  `history ${CANARY}`,
  `list agreed ${CANARY}`,
  `search ${CANARY}`,
  `we mean ${CANARY} = ${CANARY}`,
  `import ${CANARY}`,
  `export csv ${CANARY}`,
  `explain ${CANARY}`,
  `reading ${CANARY}`,
  `review ${CANARY}`,
  `milestones add ${CANARY} by 31 March 2027`,
  `milestones move ${CANARY} to 2 June 2027 because ${CANARY}`,
  `milestones done ${CANARY}`,
  `milestones list ${CANARY}`,
  `milestones ${CANARY}`,
  `timeline ${CANARY}`,
  `meetings add ${CANARY} on 3 and 17 December 2026 at 7 pm, papers 10 working days before`,
  `meetings ${CANARY}`,
  `hours week Monday to ${CANARY}`,
  `hours closed 24 December 2026 ${CANARY}`,
  `calendar ${CANARY}`,
  `digest ${CANARY}`,
  `setup organization ${CANARY}`,
  `setup guest <@U0NOBODY> ${CANARY}`,
  `help ${CANARY}`,
  CANARY,
  '',
];

const TYPES = ['block_actions', 'view_submission', 'message_action', 'shortcut', 'view_closed'];

/** A payload as Slack sends it, of any kind, about anything that is there or is not. */
export function payloadOf(known: Known, at: number, chance: Chance): Sent {
  const kind = chance.below(10);
  if (kind < 2) return { kind: 'fields', body: command(chance) };
  if (kind < 5) return { kind: 'json', body: event(known, at, chance) };
  if (kind < 9) return { kind: 'form', body: interaction(known, chance) };
  return { kind: 'json', body: envelope(chance) };
}

function command(chance: Chance): object {
  const { id, team_id, name } = chance.of(PEOPLE);
  return {
    token: CANARY,
    command: chance.of(['/glossary', '/partnership', `/${CANARY}`]),
    text: chance.of(LINES),
    user_id: id,
    user_name: name,
    team_id,
    channel_id: chance.of(CHANNELS),
    channel_name: CANARY,
    trigger_id: `1.${chance.below(1e9)}.${CANARY}`,
    response_url: RESPONSE_URL,
    is_enterprise_install: 'false',
  };
}

function envelope(chance: Chance): object {
  return chance.of<object>([
    { type: 'url_verification', challenge: CANARY, token: CANARY },
    { type: 'app_rate_limited', team_id: 'T0CITY', minute_rate_limited: 1, api_app_id: 'A0' },
    { type: CANARY },
    {},
  ]);
}

function event({ events }: Known, at: number, chance: Chance): object {
  const person = chance.of(PEOPLE);
  const channel = chance.of(CHANNELS);
  const type = chance.of(events).replace(/^message\..*/, 'message');
  return {
    type: 'event_callback',
    event_id: `Ev0FUZZ${at}`,
    team_id: person.team_id,
    api_app_id: 'A0GROUND',
    authorizations: [{ team_id: 'T0CITY', enterprise_id: null, user_id: 'U0GROUND', is_bot: true }],
    event: {
      type,
      user: type === 'user_change' ? { ...person, profile: { real_name: CANARY } } : person.id,
      team: person.team_id,
      channel,
      channel_type: chance.of(['im', 'channel', 'group']),
      ts: `1700000000.${String(at).padStart(6, '0')}`,
      text: `${chance.of(['', '<@U0GROUND> '])}${chance.of(['glossary ', 'partnership ', ''])}${chance.of(LINES)}`,
      tab: chance.of(['home', 'messages']),
      reaction: chance.of(['book', CANARY]),
      item: { type: 'message', channel, ts: '1700000000.000001' },
      files: [{ id: 'F0NOFILE', name: CANARY }],
      old_channel_id: 'C0NOWHERE',
      new_channel_id: 'C0NOWHERE2',
      tokens: { bot: ['U0GROUND'], oauth: [] },
    },
  };
}

function interaction(known: Known, chance: Chance): object {
  const person = chance.of(PEOPLE);
  const id = chance.of(known.ids);
  const block = chance.of(known.blocks);
  const value = chance.of([...known.values, `${chance.of(known.uuids)} 1 C0OPENDOORS ${CANARY}`]);
  const type = chance.of(['block_actions', ...TYPES]);
  const channel = chance.of(CHANNELS);
  const place = { channel: { id: channel }, message: { ts: '1700000000.000001', text: CANARY } };
  return {
    type,
    user: person,
    team: { id: 'T0CITY', domain: CANARY },
    enterprise: null,
    api_app_id: 'A0GROUND',
    trigger_id: `1.${chance.below(1e9)}.${CANARY}`,
    callback_id: id,
    ...(chance.oneIn(3) && { response_url: RESPONSE_URL }),
    ...(type !== 'view_submission' && chance.oneIn(2) ? place : {}),
    ...(type === 'message_action' ? place : {}),
    ...(type === 'block_actions' && {
      actions: [
        {
          type: 'button',
          action_id: chance.of([id, `${id}.0`, `${id}.12`]),
          block_id: chance.of(['1', 'question.fuzz']),
          value,
          selected_option: null,
        },
      ],
    }),
    ...((type.startsWith('view') || chance.oneIn(4)) && {
      view: view({ id, value, block }, known, chance),
    }),
  };
}

function view(
  given: { readonly id: string; readonly value: string; readonly block: string },
  known: Known,
  chance: Chance,
): object {
  const origin = { channelId: chance.of(CHANNELS), direct: chance.oneIn(2), about: given.value };
  const inputs = [given.block, ...known.blocks.filter(() => chance.oneIn(2))];
  return {
    type: chance.of(['modal', 'home']),
    callback_id: given.id,
    private_metadata: JSON.stringify(origin),
    blocks: inputs.map((block_id) => ({
      type: 'input',
      block_id,
      element: { type: 'plain_text_input', action_id: 'value' },
    })),
    state: {
      values: Object.fromEntries(inputs.map((block) => [block, { value: input(known, chance) }])),
    },
  };
}

function input({ uuids }: Known, chance: Chance): object {
  const option = { value: chance.of([...uuids, CANARY, '1', 'wording', 'GB', 'DE-BY']) };
  return chance.of<object>([
    { type: 'plain_text_input', value: chance.of([CANARY, null, '5', '2027-03-31', '10:00']) },
    { type: 'static_select', selected_option: option },
    { type: 'multi_static_select', selected_options: [option] },
    { type: 'users_select', selected_user: chance.of(PEOPLE).id },
    { type: 'multi_users_select', selected_users: PEOPLE.map(({ id }) => id) },
    { type: 'datepicker', selected_date: chance.of(['2027-03-31', '1900-01-01', null]) },
    { type: 'file_input', files: [{ id: 'F0NOFILE' }] },
  ]);
}
