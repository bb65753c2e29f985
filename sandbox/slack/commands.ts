import type { WorldUser } from '../world.ts';
import { ApiRefusal } from './api-refusal.ts';
import type { Reply } from './courier.ts';
import { channelShape } from './interaction-shape.ts';
import { findCommand } from './manifest.ts';
import { typedText } from './mrkdwn.ts';
import { postAsPerson } from './posting.ts';
import { postAnswer } from './response-url.ts';
import type { Simulation } from './simulation.ts';
import { installTeam, isOutsider, notify } from './simulation.ts';
import type { Channel, Json, StoredMessage } from './state.ts';

export type CommandOutcome = {
  /** What the bot's server answered; 0 when it was not asked or did not answer. */
  readonly status: number;
  readonly body: string;
  /** What Slack itself told the person instead. */
  readonly notice?: string;
  /** What the body of the answer made appear. */
  readonly message?: StoredMessage;
};

export async function runCommand(
  sim: Simulation,
  user: WorldUser,
  channel: Channel,
  typed: string,
  threadTs?: string,
): Promise<CommandOutcome> {
  const [, name = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed.trim()) ?? [];
  const known = findCommand(sim.manifest, name);
  if (!known || isOutsider(sim, user)) return refused(sim, user, notKnown(name || typed));
  if (threadTs) return refused(sim, user, `${name} is not supported in threads. Sorry!`);
  if (sim.state.install !== 'active') return refused(sim, user, notKnown(name));
  const sent = known.should_escape ? typedText(sim, text) : text;
  const payload = commandShape(sim, user, channel, name, sent.trim());
  const reply = await sim.courier.send({
    kind: 'command',
    name,
    body: payload,
    encoded: new URLSearchParams(payload).toString(),
    contentType: 'application/x-www-form-urlencoded',
  });
  if (reply.failure) return failed(sim, user, name, reply);
  return answered(sim, user, channel, typed, reply);
}

function commandShape(
  sim: Simulation,
  user: WorldUser,
  channel: Channel,
  command: string,
  text: string,
): Record<string, string> {
  const team = installTeam(sim);
  return {
    token: 'legacy-verification-token',
    team_id: team.id,
    team_domain: team.domain,
    ...(team.enterprise && {
      enterprise_id: team.enterprise.id,
      enterprise_name: team.enterprise.name,
    }),
    channel_id: channel.id,
    channel_name: String(channelShape(channel).name),
    user_id: user.id,
    user_name: user.handle,
    command,
    text,
    api_app_id: sim.world.app.id,
    is_enterprise_install: 'false',
    response_url: sim.tickets.issueResponseUrl({ userId: user.id, channelId: channel.id }),
    trigger_id: sim.tickets.issueTrigger(user.id),
  };
}

async function answered(
  sim: Simulation,
  user: WorldUser,
  channel: Channel,
  typed: string,
  reply: Reply,
): Promise<CommandOutcome> {
  const outcome = { status: reply.status, body: reply.text };
  const answer = answerIn(reply);
  if (!answer) return outcome;
  // Slack shows the command itself too when the immediate answer is for all.
  if (answer.response_type === 'in_channel') {
    await postAsPerson(sim, channel, user, { text: typedText(sim, typed) });
  }
  try {
    const to = { userId: user.id, channelId: channel.id };
    return { ...outcome, message: postAnswer(sim, to, answer) };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const name = typed.split(/\s/)[0] ?? typed;
    return { ...outcome, notice: notify(sim, user.id, failure(name, error.code)) };
  }
}

function answerIn(reply: Reply): Json | undefined {
  if (!reply.text.trim()) return undefined;
  const isJson = String(reply.headers['content-type'] ?? '').includes('application/json');
  const answer = isJson ? (JSON.parse(reply.text) as Json) : { text: reply.text };
  return answer.text || answer.blocks || answer.attachments ? answer : undefined;
}

function refused(sim: Simulation, user: WorldUser, notice: string): CommandOutcome {
  return { status: 0, body: '', notice: notify(sim, user.id, notice) };
}

function failed(sim: Simulation, user: WorldUser, name: string, reply: Reply): CommandOutcome {
  const error = reply.failure === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
  const notice = notify(sim, user.id, failure(name, error));
  return { status: reply.status, body: reply.text, notice };
}

function notKnown(name: string): string {
  return `${name} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`;
}

function failure(name: string, error: string): string {
  return `${name} failed with the error “${error}”`;
}
