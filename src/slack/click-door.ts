import type { App, BlockAction, webApi } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../context.ts';
import type { Logger } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { type Message, toSlack } from './answer.ts';
import { answeredIn, questionOf } from './answered.ts';
import { type Asking, askingOf } from './asking.ts';
import type { Attend, Told, Way } from './attend.ts';
import { carriedChannel, channelOf } from './carried.ts';
import { chosenIn } from './chosen.ts';
import type { ContextOf } from './context-of.ts';
import type { Deeds } from './deeds.ts';
import { drawnOrInWords } from './drawn.ts';
import { originOf, withOrigin } from './form.ts';
import { GATE } from './gate-words.ts';
import { escaped } from './mrkdwn.ts';
import type { OpenForm } from './open-form.ts';
import type { Registry } from './registry.ts';
import { doorOf, wordedFor } from './wording.ts';

/** What a click asks for, parsed once; whoever pressed has been let in. */
export type Click = {
  /** A button's value, or that of the option chosen. */
  readonly value: string;
  readonly asking: Asking;
  readonly ctx: Context;
  /** A channel of the partnership: where it was pressed, or the one that it carries. */
  readonly channelId: string;
};

export type ClickAnswer = {
  /** For the one who clicked, alone. */
  readonly message?: Message;
  /** Takes the place of the message that holds the button. */
  readonly replace?: Message;
  readonly form?: ModalView;
};

export type ClickDoor =
  | { readonly handle: (click: Click) => Promise<ClickAnswer>; readonly isForAnybody?: false }
  | { readonly handle: () => Promise<ClickAnswer>; readonly isForAnybody: true };

/** `lead` says why it is shown. */
export type ShowPresent = (click: Click, lead: string) => Promise<Message>;

/** To the one who asks, alone; where is said only if it is somewhere else than where they asked. */
export type Privately = (
  asking: Asking,
  message: Message,
  given?: { readonly channelId?: string | undefined; readonly neverInPublic?: boolean },
) => Promise<void>;

export type DoorParts = {
  readonly contextOf: ContextOf;
  readonly attend: Attend;
  readonly privately: Privately;
  readonly openForm: OpenForm;
  readonly client: webApi.WebClient;
  readonly log: Logger;
  readonly deeds: Deeds;
};

type Clicks = {
  readonly clicks: Registry<ClickDoor>;
  /** By capability. */
  readonly present: Registry<ShowPresent>;
};

const BESIDE = { response_type: 'ephemeral', replace_original: false } as const;

/** Every button and menu in messages, forms and the App Home comes in here. */
export function openClicks(slack: App, doors: Clicks, parts: DoorParts): void {
  const { contextOf, attend, privately, openForm, deeds } = parts;

  slack.action<BlockAction>({ type: 'block_actions' }, async ({ ack, body, action, respond }) => {
    await ack();
    const asking = askingOf(body);
    const id = action.action_id;
    const deed = deeds.pressed(asking, id);
    const responding =
      (how: object): Way =>
      (given) =>
        drawnOrInWords(wordedFor(doorOf(asking), given), (content) =>
          respond({ ...how, ...toSlack(content) }),
        );
    const beside = body.response_url ? [responding(BESIDE)] : [];
    const direct: Way = (message) => privately(asking, message, { channelId: asking.userId });
    const alone = [(message: Message) => privately(asking, message), direct];
    // Who was not let in is told nothing where others read it.
    const unseen = (message: Message) => privately(asking, message, { neverInPublic: true });

    const clicked = async (): Promise<ClickAnswer> => {
      const known = doors.clicks.find(id);
      if (known?.isForAnybody) return known.handle();
      const value = chosenIn(action);
      const carried = carriedChannel(value) ?? (body.view && originOf(body.view).channelId);
      const ctx = { ...(await contextOf(asking, { channelId: carried })), deed };
      const channelId = channelOf(ctx.partnership, asking.channelId, carried);
      const click = { value, asking, ctx, channelId };
      const show = doors.present.find(id.split('.')[0] ?? '');
      try {
        if (!known) throw new Refusal('too-late', GATE.outdated);
        return await known.handle(click);
      } catch (error) {
        return shownPresent(error, show && ((lead) => show(click, lead)));
      }
    };

    const work = async (): Promise<readonly Told[]> => {
      const { replace, form, ...said } = await clicked();
      const question = questionOf(body, action.block_id);
      if (form) {
        const placed = withOrigin(form, asking, body.view && originOf(body.view), question);
        await openForm(placed, asking, body.view?.type === 'modal' ? 'push' : 'open');
      }
      const message = said.message ?? (replace || form ? undefined : { text: GATE.outdated });
      const instead = body.response_url ? [responding({ replace_original: true })] : [];
      const answered =
        question &&
        message?.answered &&
        answeredIn(body.message ?? {}, question.blockId, message.answered);
      const inPlace: readonly Way[] = answered ? instead.map((way) => () => way(answered)) : [];
      return [
        ...(replace ? [{ message: replace, ways: [...instead, ...alone] }] : []),
        ...(message ? [{ message, ways: [...inPlace, ...beside, ...alone] }] : []),
      ];
    };

    await attend(doors.clicks.nameOf(id), work, {
      ways: [...beside, unseen, direct],
      deed,
    });
  });

  // Nobody registers menus that are filled as people type: one of another app gets no choice.
  slack.options({ type: 'block_suggestion' }, ({ ack }) => ack({ options: [] }));
}

/** What came too late is answered with how it stands now, where that can be known. */
async function shownPresent(
  error: unknown,
  show: ((lead: string) => Promise<Message>) | undefined,
): Promise<ClickAnswer> {
  if (!show || !(error instanceof Refusal) || error.code !== 'too-late') throw error;
  const message = await show(escaped(error.message)).catch(() => undefined);
  if (!message) throw error;
  return { message };
}
