import type { Hears } from '../facts.ts';

/** A coordinator is told where the bot can speak no more, and to whom. */
export const reachHears: Hears = {
  async 'channel.lost'({ tx, jobs }, { at, ...lost }) {
    await jobs.add(tx, 'reach.channel-lost', { ...lost, at: at.toISOString() });
  },
  async 'channel.limited'({ tx, jobs }, { at, ...limited }) {
    await jobs.add(tx, 'reach.channel-limited', { ...limited, at: at.toISOString() });
  },
  async 'channel.back'({ tx, jobs }, { from, ...back }) {
    await jobs.add(tx, 'reach.channel-back', { ...back, from: from.toISOString() });
  },
  async 'member.left'({ tx, jobs }, left) {
    await jobs.add(tx, 'reach.member-lost', left);
  },
};
