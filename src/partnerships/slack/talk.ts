import type { Message } from '../../slack/answer.ts';
import { context, section } from '../../slack/blocks.ts';
import type { Talk } from '../../slack/line.ts';

export function createPartnershipTalk(others: Readonly<Record<string, Talk>>): {
  readonly talk: Talk;
  readonly help: () => Message;
} {
  const help = (): Message => {
    const lines = '`/glossary help`\n`/partnership members`';
    return { text: lines, blocks: [section(lines), context('help')] };
  };
  return {
    help,
    async talk(line) {
      const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line.raw) ?? [];
      const other = others[first.toLowerCase()];
      if (other) return other({ ...line, raw: rest, words: line.words.replace(/^\S+\s*/, '') });
      return help();
    },
  };
}
