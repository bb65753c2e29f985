import type { KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { context, section } from '../../slack/blocks.ts';
import { cut, cutMarkup, LIMITS } from '../../slack/limits.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { BoardContent, BoardTerm, RetiredTerm } from '../board-content.ts';
import { andMore, BOARD_TITLE, HOW_TO_LOOK_UP, NOTHING_AGREED } from './words.ts';

const DEFINITION_SHOWN = 300;
const INSTEAD_SHOWN = 5;

/** The first of what is agreed, as one message to be pinned: as many words as a message of Slack holds. */
export function pinnedMessage({ agreed, retired }: BoardContent): Message {
  const lead = agreed.length
    ? `*${BOARD_TITLE}*: what these words mean here, as every organization agreed. I keep this message up to date.`
    : `*${BOARD_TITLE}*: ${NOTHING_AGREED[0]?.toLowerCase()}${NOTHING_AGREED.slice(1)}`;
  const lines = [...agreed.map(termLine), ...retired.map(retiredLine)];
  const count = fittingCount(lead, lines);
  const left = lines.length - count;
  const footer = [...(left > 0 ? [andMore(left)] : []), HOW_TO_LOOK_UP].join(' ');
  const shown = lines.slice(0, count);
  const all = [lead, ...shown.map((line) => `• ${line}`)].join('\n');
  return {
    text: `${cutMarkup(all, LIMITS.text - footer.length - 1)}\n${footer}`,
    blocks: blocksOf(lead, shown, footer),
  };
}

function blocksOf(lead: string, lines: readonly string[], footer: string): readonly KnownBlock[] {
  return [section(lead), ...lines.map((line) => section(line)), context(footer)];
}

function fittingCount(lead: string, lines: readonly string[]): number {
  const longestFooter = `${andMore(lines.length)} ${HOW_TO_LOOK_UP}`;
  let count = Math.min(lines.length, LIMITS.messageBlocks - 2);
  const isTooLong = () =>
    JSON.stringify(blocksOf(lead, lines.slice(0, count), longestFooter)).length >
    LIMITS.messageBlocksJson;
  while (count > 0 && isTooLong()) count -= 1;
  return count;
}

function termLine({ word, definition, sayInstead }: BoardTerm): string {
  const instead = sayInstead
    .slice(0, INSTEAD_SHOWN)
    .map(({ organization, words }) => `${inert(organization)} says ${bold(words)}.`);
  return [
    `${bold(word)}: ${inert(cut(definition.replaceAll(/\s+/g, ' '), DEFINITION_SHOWN))}`,
    ...instead,
  ].join(' ');
}

function retiredLine({ word, replacedBy }: RetiredTerm): string {
  const use = replacedBy ? ` Use ${bold(replacedBy)} instead.` : '';
  return `${bold(word)} isn’t used any more.${use}`;
}
