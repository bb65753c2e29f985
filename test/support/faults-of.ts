import { messageFaults } from '../../sandbox/slack/validate-message.ts';
import type { Message } from '../../src/slack/answer.ts';

/** Why the simulated Slack would refuse a message; undefined where it takes it. */
export function faultsOf({ text, blocks }: Message): unknown {
  return messageFaults({
    text,
    blocks: blocks && [...blocks],
    attachments: undefined,
    metadata: undefined,
  });
}
