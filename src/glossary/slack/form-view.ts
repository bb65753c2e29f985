import type { ModalView } from '@slack/types';
import type { Doubt } from '../../agreements/proposal.ts';
import { doubtForm } from '../../slack/agreeing.ts';
import type { Form } from '../../slack/answer.ts';
import { actions, button, choiceInput, modal, section, textInput } from '../../slack/blocks.ts';
import { bold, inert, quote } from '../../slack/mrkdwn.ts';
import { NEW } from '../../slack/value-in.ts';
import type { Entry } from '../entry.ts';
import { DEFINITION_LIMIT, REASON_LIMIT, TERM_LIMIT, type TermContent } from '../term.ts';
import { type About, encodeAbout, GLOSSARY } from './ids.ts';
import { nameOf, type Scene } from './words.ts';

const RESOLUTIONS = [
  { value: 'adopt', text: 'One meaning for everybody' },
  { value: 'qualify', text: 'Always add a word to it' },
  { value: 'replace', text: 'Use a new word instead' },
  { value: 'spell_out', text: 'Spell it out: the letters are not used' },
] as const;

/** The form for a new term, or for the next version of one that is known. */
export function defineForm(
  given: {
    readonly entry?: Entry;
    readonly text?: string;
    readonly definition?: string;
    /** What it begins with, in the place of what stands. */
    readonly content?: TermContent;
  },
  scene: Scene,
): ModalView {
  const { entry } = given;
  const content = given.content ?? entry?.open?.content ?? entry?.agreed?.content;
  const isHomonym = entry?.conflict === 'homonym';
  const about: About = {
    termId: entry?.id ?? NEW,
    version: entry?.latestVersion ?? 0,
    channelId: scene.channelId,
  };
  return modal({
    id: GLOSSARY.define,
    title: entry ? 'Propose a change' : 'Propose a term',
    submit: 'Propose',
    about: encodeAbout(about),
    blocks: [
      ...(entry
        ? [
            section(
              `${bold(entry.text)}\nEvery organization is asked again, and what was agreed stands until all have said yes.`,
            ),
          ]
        : [
            textInput({
              block: 'term',
              label: 'Term',
              initial: given.text,
              placeholder: 'MOU',
              limit: TERM_LIMIT,
            }),
          ]),
      ...(isHomonym && entry
        ? [
            section(
              entry.usages
                .map((u) => `*${nameOf(scene, u.organizationId)}*: ${inert(u.meaning)}`)
                .join('\n'),
            ),
          ]
        : []),
      textInput({
        block: 'definition',
        label: 'What it means for all of us',
        initial: content?.definition ?? given.definition,
        hint: 'One sentence that could stand in for the word.',
        isLong: true,
        limit: DEFINITION_LIMIT,
      }),
      textInput({
        block: 'scopeNote',
        label: 'Where it applies',
        initial: content?.scopeNote,
        isOptional: true,
        limit: 500,
      }),
      textInput({
        block: 'example',
        label: 'Example',
        initial: content?.example,
        isOptional: true,
        limit: 500,
      }),
      textInput({
        block: 'preferred',
        label: 'Preferred word, if it is another',
        initial: content?.preferredLabel,
        isOptional: true,
        limit: TERM_LIMIT,
      }),
      textInput({
        block: 'aliases',
        label: 'Other words that lead to it',
        initial: content?.aliases?.join(', '),
        hint: 'Separated by commas.',
        isOptional: true,
        limit: 300,
      }),
      choiceInput({
        block: 'resolution',
        label: 'If the word means several things',
        choices: RESOLUTIONS,
        initial: content?.resolution,
        isOptional: true,
      }),
      ...(isHomonym
        ? scene.organizations
            .filter(({ hasLeft }) => !hasLeft)
            .map(({ id, shortName }) =>
              textInput({
                block: `sayInstead.${id}`,
                label: `What ${shortName} says instead`,
                initial: content?.sayInstead?.[id],
                isOptional: true,
                limit: TERM_LIMIT,
              }),
            )
        : []),
      ...(entry?.open
        ? [
            choiceInput({
              block: 'editorial',
              label: 'What changes',
              choices: [
                { value: 'meaning', text: 'The meaning: ask everybody again' },
                { value: 'wording', text: 'Only the wording: keep the yeses so far' },
              ],
              initial: 'meaning',
              hint: 'A coordinator can say within two working days that it is more than wording.',
            }),
          ]
        : []),
    ],
  });
}

export function objectForm(entry: Entry, about: About, weight: Doubt = 'object'): ModalView {
  return doubtForm({
    id: GLOSSARY.object,
    about: encodeAbout(about),
    shown: `${bold(entry.text)}\n${quote(entry.open?.content.definition ?? '')}`,
    weight,
    objection: 'it should not stand like this',
    hint: 'Everybody here sees it, with your name. The next version starts from it.',
    limit: REASON_LIMIT,
  });
}

/** What an organization means by a term, in its own words; begins with what it wrote last, or with `words`. */
export function usageForm(
  entry: Entry,
  about: About,
  organization: { readonly id: string; readonly shortName: string },
  words?: string,
): ModalView {
  const own = entry.usages.find(({ organizationId }) => organizationId === organization.id);
  return modal({
    id: GLOSSARY.usage,
    title: 'How we use it',
    submit: 'Save',
    about: encodeAbout(about),
    blocks: [
      ...(entry.isCollecting
        ? [section('The others’ meanings appear once every organization has written its own.')]
        : []),
      textInput({
        block: 'meaning',
        label: `When someone at ${organization.shortName} says “${entry.text}”, what do they mean?`,
        initial: words ?? (own?.meaning || undefined),
        isLong: true,
        isOptional: !entry.isCollecting,
        limit: DEFINITION_LIMIT,
      }),
      ...(entry.isCollecting
        ? []
        : [
            choiceInput({
              block: 'relation',
              label: 'Beside the agreed meaning, that is',
              choices: [
                { value: 'same', text: 'the same' },
                { value: 'narrower', text: 'narrower' },
                { value: 'broader', text: 'broader' },
                { value: 'different', text: 'something else' },
                { value: 'not_used', text: 'not a word we use' },
              ],
              initial: own?.relation ?? 'same',
            }),
          ]),
    ],
  });
}

/** Where no form can be opened at once, a button that opens it. */
export function inviting(
  view: ModalView,
  text: string,
  label: string,
  id: string,
  value: string,
): Form {
  return {
    view,
    invitation: {
      text: `${text} Press “${label}”, or write \`/glossary define TERM = DEFINITION\`.`,
      blocks: [
        section(`${text} Or write \`/glossary define TERM = DEFINITION\`.`),
        actions([button({ id, text: label, value, style: 'primary' })]),
      ],
    },
  };
}
