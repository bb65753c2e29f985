import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { cut } from '../../slack/limits.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Pointer } from '../reminder.ts';
import { encodeWord, SPOTTING } from './ids.ts';

export type SpottingScene = {
  readonly channelId: string;
  readonly organizations: readonly { readonly id: string; readonly shortName: string }[];
};

/** For the author alone. */
export function pointerMessage(pointer: Pointer, scene: SpottingScene): Message {
  const text = pointer.kind === 'homonym' ? homonymWords(pointer, scene) : avoidedWords(pointer);
  const { entry } = pointer;
  const word = cut(pointer.kind === 'avoided' ? pointer.label : entry.text, 40);
  const value = encodeWord(entry.id, scene.channelId);
  return {
    text,
    blocks: [
      section(text),
      actions([button({ id: SPOTTING.mute, text: `Don’t remind me about ${word}`, value })]),
    ],
  };
}

function homonymWords({ entry }: Pointer, { organizations }: SpottingScene): string {
  const content = entry.agreed?.content;
  const said = Object.entries(content?.sayInstead ?? {}).flatMap(([id, words]) => {
    const name = organizations.find((one) => one.id === id)?.shortName;
    return name ? [`${inert(name)} says ${bold(words)}`] : [];
  });
  const instead =
    said.length > 0
      ? `If you meant something else: ${said.join(', ')}.`
      : 'If you meant something else, the full words help.';
  const meaning = inert(cut(content?.definition ?? '', 600));
  return `A small thing: in this partnership ${bold(entry.text)} means ${meaning.replace(/\.$/, '')}. ${instead}`;
}

function avoidedWords(pointer: Pointer): string {
  const { entry } = pointer;
  const content = entry.agreed?.content;
  const word = pointer.kind === 'avoided' ? pointer.label : entry.text;
  const preferred = content?.preferredLabel ?? entry.text;
  const instead = content?.replacedBy ?? (preferred === word ? undefined : preferred);
  const how = instead ? `${bold(instead)} is the word for it` : 'the full words help';
  return `A small thing: ${bold(word)} isn’t used any more in this partnership; ${how}.`;
}
