import { z } from 'zod';

/*
 * Of each kind of payload as much as Bolt and the listeners rely on; whatever else Slack sends along may
 * be as it likes. A payload that is not so is acknowledged and forgotten before either of them meets it.
 */

const id = z.string().regex(/^[A-Z0-9]{1,50}$/);
/** Of a message, by its time, or of an event. */
const mark = z.string().regex(/^[\w.:-]{1,100}$/);
const text = z.string();
const maybeText = text.nullish();
const link = z.url({ protocol: /^https?$/ });
const named = z.looseObject({ id: id.nullish() });
const option = z.looseObject({ value: maybeText });

/** What tells another kind of payload: Bolt takes whatever carries it for that. */
const absent = z.undefined().optional();

export const COMMAND = z.looseObject({
  command: text,
  user_id: id,
  team_id: id.optional(),
  enterprise_id: id.optional(),
  channel_id: id.optional(),
  text: text.optional(),
  trigger_id: text.optional(),
  response_url: link,
  event: absent,
});

const message = z.looseObject({
  ts: mark.nullish(),
  thread_ts: mark.nullish(),
  text: maybeText,
  blocks: z.array(z.looseObject({ type: maybeText, block_id: maybeText })).nullish(),
});

const view = z.looseObject({
  type: maybeText,
  callback_id: maybeText,
  private_metadata: maybeText,
  app_installed_team_id: id.nullish(),
});

const interaction = {
  user: z.looseObject({ id, team_id: id.nullish(), enterprise_id: id.nullish() }),
  team: named.optional(),
  enterprise: named.optional(),
  channel: named.optional(),
  container: z.looseObject({ channel_id: id.nullish(), thread_ts: mark.nullish() }).optional(),
  trigger_id: text.optional(),
  response_url: link.optional(),
  view: view.optional(),
  message: message.optional(),
  event: absent,
  command: absent,
  name: absent,
};

const action = z.looseObject({
  action_id: text,
  block_id: text,
  value: maybeText,
  selected_option: option.nullish(),
  selected_user: id.nullish(),
});

const input = z.looseObject({
  value: maybeText,
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_user: id.nullish(),
  selected_users: z.array(id).nullish(),
  selected_date: maybeText,
  files: z.array(z.looseObject({ id })).nullish(),
});

const filled = view.extend({
  callback_id: text,
  state: z.looseObject({ values: z.record(text, z.record(text, input)) }),
  blocks: z.array(z.looseObject({ type: text, block_id: maybeText })),
});

/** Bolt takes the name from the view where there is one. */
const called = { callback_id: text, view: absent, actions: absent };

/** By the `type` of the payload. */
export const INTERACTIONS: Readonly<Record<string, z.ZodType>> = {
  block_actions: z.looseObject({ ...interaction, actions: z.array(action).min(1) }),
  view_submission: z.looseObject({ ...interaction, view: filled, actions: absent }),
  view_closed: z.looseObject({
    ...interaction,
    view: view.extend({ callback_id: text }),
    actions: absent,
  }),
  message_action: z.looseObject({ ...interaction, ...called, message }),
  shortcut: z.looseObject({ ...interaction, ...called }),
  block_suggestion: z.looseObject({ ...interaction, action_id: text, actions: absent }),
};

export const RATE_LIMITED = z.looseObject({ team_id: id.optional() });

const someEvent = z.looseObject({
  type: text,
  user: z.union([id, z.looseObject({ id })]).optional(),
  channel: z.union([id, named]).optional(),
  item: z.looseObject({ channel: id.nullish() }).optional(),
  subteam: z.looseObject({}).optional(),
});

export const EVENT = z.looseObject({
  event_id: mark,
  team_id: id.optional(),
  authorizations: z
    .array(z.looseObject({ team_id: id.nullish(), enterprise_id: id.nullish() }))
    .optional(),
  event: someEvent,
});

const said = z.looseObject({
  channel: id,
  ts: mark,
  user: id.optional(),
  text: text.optional(),
  thread_ts: mark.optional(),
  files: z.array(z.looseObject({ id })).optional(),
  bot_profile: z.looseObject({ app_id: id.nullish() }).optional(),
});

/** Whoever wrote something is named, but for what Slack itself writes. */
const saidBySomebody = said.refine(
  ({ user, bot_id, subtype }) =>
    user !== undefined ||
    bot_id !== undefined ||
    (subtype !== undefined && subtype !== 'file_share'),
);

const inChannel = z.looseObject({ channel: id });
const inChannelSomebody = z.looseObject({ channel: id, user: id });

const person = z.looseObject({
  id,
  team_id: id.nullish(),
  name: maybeText,
  real_name: maybeText,
  tz: maybeText,
  locale: maybeText,
  profile: z.looseObject({ team: id.nullish(), real_name: maybeText, email: maybeText }).nullish(),
  enterprise_user: z
    .looseObject({ enterprise_id: id.nullish(), teams: z.array(id).nullish() })
    .nullish(),
});

/** Besides what every event is: those that are listened to, by the `type` of the event. */
export const EVENTS: Readonly<Record<string, z.ZodType>> = {
  app_home_opened: z.looseObject({ user: id, tab: text.optional() }),
  app_mention: said,
  channel_archive: inChannel,
  channel_deleted: inChannel,
  channel_id_changed: z.looseObject({ old_channel_id: id, new_channel_id: id }),
  channel_shared: inChannel,
  channel_unarchive: inChannel,
  channel_unshared: inChannel,
  group_archive: inChannel,
  group_deleted: inChannel,
  group_unarchive: inChannel,
  member_joined_channel: inChannelSomebody,
  member_left_channel: inChannelSomebody,
  message: saidBySomebody,
  reaction_added: z.looseObject({
    reaction: text,
    item: z.looseObject({ channel: id.nullish(), ts: mark.nullish() }),
  }),
  user_change: z.looseObject({ user: person }),
};
