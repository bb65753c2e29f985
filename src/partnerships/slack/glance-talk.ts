import type { Context } from '../../context.ts';
import { listMembers } from '../../members/list-members.ts';
import type { SlackPerson } from '../../members/member.ts';
import type { Message } from '../../slack/answer.ts';
import { glanceMessage } from './glance-view.ts';

/** Finds in Slack the person that a line mentions. */
/** What Slack says of people who are named. */
export type People = {
  person(userId: string): Promise<SlackPerson | undefined>;
  isInChannel(slackChannelId: string, userId: string): Promise<boolean | undefined>;
};

/** The partnership as it is now. */
export async function glance(ctx: Context, lead?: string): Promise<Message> {
  return glanceMessage(ctx.partnership, await listMembers(ctx), lead);
}
