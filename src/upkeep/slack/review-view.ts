import type { Button, KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { cut } from '../../slack/limits.ts';
import { listed } from '../../slack/listed.ts';
import { bold, quote } from '../../slack/mrkdwn.ts';
import type { Review } from '../review.ts';
import { encodeReview, UPKEEP } from './ids.ts';
import { counted, dayOf, namesOf, type Scene, type UpkeepButtons } from './words.ts';

const DEFINITION_SHOWN = 400;

export type ReviewScene = Scene & Pick<UpkeepButtons, 'changeButton'>;

/** Asks the channel whether what was agreed is still right. */
export function reviewMessage(reviews: readonly Review[], scene: ReviewScene): Message {
  const lead =
    reviews.length === 1
      ? 'A word to look at again:'
      : 'A few words to look at again. Pick one that you know well:';
  const shown = reviews.map((review, at) => {
    const buttons = reviewButtons(review, at, reviews, scene);
    return { words: reviewWords(review, scene), buttons };
  });
  return {
    text: [lead, ...shown.map(({ words }) => words)].join('\n'),
    blocks: [
      section(lead),
      ...shown.flatMap(({ words, buttons }): KnownBlock[] => [
        section(words),
        ...(buttons.length > 0 ? [actions(buttons)] : []),
      ]),
    ],
  };
}

function reviewWords(review: Review, scene: Scene): string {
  const { text, agreedAt, confusion, definition, hasMoved } = review;
  const why = confusion
    ? `${counted(confusion.people, 'person', 'people')} from ${counted(confusion.organizations, 'organization', 'organizations')} found this wording unclear`
    : `was agreed on ${dayOf(agreedAt)}`;
  const lead = confusion ? `${bold(text)}: ${why}.` : `${bold(text)} ${why}.`;
  const confirmed = namesOf(scene, review.confirmedBy);
  return [
    hasMoved ? `${bold(text)} is being changed, or was: look it up.` : `${lead} Still right?`,
    quote(cut(definition, DEFINITION_SHOWN)),
    ...(confirmed.length > 0 ? [`Still right, say ${listed(confirmed)}.`] : []),
  ].join('\n');
}

/** Nothing more is to be done once every organization finds it right. */
function reviewButtons(
  { termId, version, text, confirmedBy, hasMoved }: Review,
  at: number,
  reviews: readonly Review[],
  { organizations, channelId, changeButton }: ReviewScene,
): readonly Button[] {
  const isConfirmed = organizations.every(({ id, hasLeft }) => hasLeft || confirmedBy.includes(id));
  if (isConfirmed || hasMoved) return [];
  const reviewed = reviews.map((one) => ({ termId: one.termId, version: one.version }));
  return [
    button({
      id: UPKEEP.confirm,
      text: 'Still right',
      value: encodeReview({ channelId, at, reviewed }),
      style: 'primary',
      label: `${text} is still right, as version ${version} says`,
    }),
    button({
      ...changeButton(termId, channelId),
      text: 'Propose a change',
      label: `Propose a change of ${text}`,
    }),
  ];
}
