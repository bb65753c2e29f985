import type { KnownBlock } from '@slack/types';
import { stillToAsk } from '../../agreements/still-to-speak.ts';
import type { Context } from '../../context.ts';
import type { NoticeKind, NoticePart } from '../../notices/notice-kind.ts';
import { actions, section } from '../../slack/blocks.ts';
import { sceneOf } from '../../slack/scene.ts';
import { leftBehind } from '../../timelines/date-proposal.ts';
import { askOf } from '../concern.ts';
import { listMilestones, type Seen } from '../list-milestones.ts';
import { expectedOn, isOpen } from '../milestone.ts';
import { dueOccasion } from '../news-ask.ts';
import { colourParagraphs } from './announcement-view.ts';
import {
  datesButton,
  openButton,
  planButton,
  stanceButtons,
  updateButtons,
} from './milestone-buttons.ts';
import { askWords, hasJustAnswered } from './notice-view.ts';
import { presentIn, type Scene } from './words.ts';

type Told = Omit<NoticePart, 'isUrgent'> & { readonly isUrgent?: boolean };

/** What people are told of milestones without having asked; moot once it has been answered. */
export function createNoticeKinds(): readonly NoticeKind[] {
  const kind = (
    what: string,
    rank: number,
    name: string,
    tell: (seen: Seen, scene: Scene, occasion: string, ctx: Context) => Told | undefined,
  ): NoticeKind => ({
    kind: `milestones.${what}`,
    rank,
    name,
    async part(ctx, { about, occasion }) {
      const seen = (await listMilestones(ctx)).find(({ milestone }) => milestone.id === about);
      if (!seen || !isOpen(seen.milestone)) return undefined;
      const told = tell(seen, sceneOf(ctx), occasion, ctx);
      return told && { isUrgent: false, ...told };
    },
  });

  return [
    kind('red', 1, 'news of your milestones', (seen, scene) => {
      if (seen.assessment?.health !== 'red') return undefined;
      return { ...redPart(seen, scene), why: OWNER, isUrgent: true };
    }),
    kind('dates', 3, 'questions about dates', (seen, scene) => {
      if (!seen.missing.includes(scene.viewer ?? '')) return undefined;
      const why = 'you look after your organization’s part in it';
      return asked(askWords('dates', seen, scene), [datesButton(seen, scene)], why);
    }),
    kind('stance', 4, 'questions about proposed dates', (seen, scene) => {
      if (!stillToAsk(seen.milestone.open, presentIn(scene)).includes(scene.viewer ?? ''))
        return undefined;
      const why = 'your organization’s yes is needed for it';
      return asked(askWords('stance', seen, scene), stanceButtons(seen, scene), why);
    }),
    kind('window', 3, 'questions about dates that moved', (seen, scene, occasion) => {
      const own = seen.answers.filter(({ organizationId }) => organizationId === scene.viewer);
      if (expectedOn(seen.milestone) !== occasion) return undefined;
      if (leftBehind(own, occasion).length === 0) return undefined;
      const why = 'your organization takes part in it';
      return asked(askWords('window', seen, scene), [datesButton(seen, scene)], why);
    }),
    kind('owner', 5, 'questions about milestones that nobody looks after', (seen, scene) => {
      if (presentIn(scene).includes(seen.milestone.ownerOrganizationId)) return undefined;
      const why = 'your organization takes part in it';
      return asked(askWords('owner', seen, scene), [planButton(seen, scene)], why);
    }),
    kind('update', 9, 'questions about your dates', (seen, scene, occasion, ctx) => {
      const { milestone, assessment } = seen;
      const ask = assessment && askOf(milestone, assessment, ctx.partnership, ctx.clock.now());
      if (ask?.occasion !== occasion) return undefined;
      if (hasJustAnswered(seen, scene) || mayBeGivenUp(seen)) return undefined;
      return askedForDay('update', seen, scene);
    }),
    kind('due', 9, 'reminders of your dates', (seen, scene, occasion) => {
      const on = expectedOn(seen.milestone);
      if (!on || dueOccasion(on, scene.today) !== occasion || mayBeGivenUp(seen)) return undefined;
      if (on > scene.today && hasJustAnswered(seen, scene)) return undefined;
      return askedForDay('due', seen, scene);
    }),
  ];
}

const OWNER = 'you look after this milestone';

const dayOf = (seen: Seen) => `the day of ${seen.milestone.id}`;

/** Its day is no question while all are asked whether to give it up. */
function mayBeGivenUp({ milestone: { open } }: Seen): boolean {
  return open?.content.dropped === true;
}

function askedForDay(what: 'due' | 'update', seen: Seen, scene: Scene): Told {
  const on = expectedOn(seen.milestone) ?? scene.today;
  return {
    ...asked(askWords(what, seen, scene), updateButtons(seen, scene), OWNER),
    asks: dayOf(seen),
    isFirst: on < scene.today,
  };
}

/** Red is told with its reasons, and its day asked for, unless its owner has just said one. */
function redPart(seen: Seen, scene: Scene): Omit<Told, 'why'> {
  const on = expectedOn(seen.milestone) ?? scene.today;
  const isPast = on < scene.today;
  const isAsked = isPast || !hasJustAnswered(seen, scene);
  const [lead = '', ...beside] = colourParagraphs(seen, scene);
  const paragraphs = [isPast ? askWords('due', seen, scene) : lead, ...beside];
  if (isAsked && !isPast) paragraphs.push('Which day do you expect now?');
  const buttons = isAsked
    ? updateButtons(seen, scene)
    : [openButton(seen, scene), planButton(seen, scene)];
  return {
    text: paragraphs.join('\n'),
    blocks: [...paragraphs.map((text) => section(text)), actions(buttons)],
    asks: dayOf(seen),
    isFirst: isPast,
  };
}

function asked(
  text: string,
  buttons: Parameters<typeof actions>[0],
  why: string,
): Told & { readonly blocks: readonly KnownBlock[] } {
  return { text, blocks: [section(text), actions(buttons)], why };
}
