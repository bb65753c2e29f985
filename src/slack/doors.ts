import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Logger } from '../log.ts';
import type { Message } from './answer.ts';
import type { Asking } from './asking.ts';
import { createAttend } from './attend.ts';
import {
  type Click,
  type ClickAnswer,
  type ClickDoor,
  openClicks,
  type Privately,
  type ShowPresent,
} from './click-door.ts';
import { type Clients, slackErrorOf } from './clients.ts';
import { openCommands } from './command-door.ts';
import type { ContextOf } from './context-of.ts';
import type { Deeds } from './deeds.ts';
import { type FormAnswer, openForms, type Submission } from './form-door.ts';
import type { Talk } from './line.ts';
import { createLineDoor, type Said } from './line-door.ts';
import { createOpenForm } from './open-form.ts';
import { createRegistry } from './registry.ts';
import { sendPrivately } from './send.ts';
import { openShortcuts, type Shortcut } from './shortcut-door.ts';
import { doorOf, wordedFor } from './wording.ts';

export type { Click, ClickAnswer, FormAnswer, Shortcut, Submission };

export type Doors = {
  command(name: string, talk: Talk): void;
  /** Answers a line that came as a mention or a direct message. */
  line(talk: Talk, said: Said): Promise<void>;
  click(id: string | RegExp, handle: (click: Click) => Promise<ClickAnswer>): void;
  /** A click that shows nothing of any partnership: whoever can press it may. */
  clickOfAnybody(id: string, handle: () => Promise<ClickAnswer>): void;
  /** Shows how it stands now, with its buttons, to who pressed an outdated one of this capability. */
  present(capability: string, show: ShowPresent): void;
  form(id: string, handle: (submission: Submission) => Promise<FormAnswer>): void;
  shortcut(id: string, handle: (shortcut: Shortcut) => Promise<ModalView>): void;
  /** Tells the one who is asking something, alone, where they are; or not at all. */
  tell(asking: Asking, message: Message): Promise<void>;
  /** All that people can press, send off and type. */
  readonly ids: DoorIds;
};

export type DoorIds = Readonly<
  Record<'commands' | 'clicks' | 'forms' | 'shortcuts', readonly (string | RegExp)[]>
>;

export type DoorsParts = {
  readonly contextOf: ContextOf;
  readonly clients: Clients;
  readonly log: Logger;
  readonly deeds: Deeds;
};

export function createDoors(slack: App, { contextOf, clients, log, deeds }: DoorsParts): Doors {
  const client = clients.waiting;

  const privately: Privately = (asking, message, given = {}) => {
    const { neverInPublic = false } = given;
    const to = given.channelId ?? asking.channelId ?? asking.userId ?? '';
    const isDirect = to === asking.userId || to.startsWith('D');
    const { userId = '', threadTs } = asking;
    return sendPrivately(
      client,
      { userId, channelId: to, isDirect, threadTs, neverInPublic },
      wordedFor(doorOf(asking), message),
    );
  };

  const openForm = createOpenForm(client);
  const attend = createAttend(log);
  const parts = { contextOf, attend, privately, openForm, client, log, deeds };
  const clicks = createRegistry<ClickDoor>();
  const present = createRegistry<ShowPresent>();
  const forms = createRegistry<(submission: Submission) => Promise<FormAnswer>>();
  const shortcuts = createRegistry<(shortcut: Shortcut) => Promise<ModalView>>();
  const commands = createRegistry<Talk>();
  openCommands(slack, commands, parts);
  openClicks(slack, { clicks, present }, parts);
  openForms(slack, forms, parts);
  openShortcuts(slack, shortcuts, parts);

  return {
    async tell(asking, message) {
      try {
        await privately(asking, message, { neverInPublic: true });
      } catch (error) {
        if (slackErrorOf(error) === undefined) throw error;
        log.info({ err: error }, 'Slack lets nobody but everybody hear this, so it is not said');
      }
    },

    command(name, talk) {
      commands.add(name, talk);
    },

    line: createLineDoor({ contextOf, client, log, deeds }),

    click(id, handle) {
      clicks.add(id, { handle });
    },

    clickOfAnybody(id, handle) {
      clicks.add(id, { handle, isForAnybody: true });
    },

    present(capability, show) {
      present.add(capability, show);
    },

    form(id, handle) {
      forms.add(id, handle);
    },

    shortcut(id, handle) {
      shortcuts.add(id, handle);
    },

    get ids() {
      return {
        commands: commands.ids,
        clicks: clicks.ids,
        forms: forms.ids,
        shortcuts: shortcuts.ids,
      };
    },
  };
}
