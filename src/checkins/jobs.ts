import type { Context } from '../context.ts';
import type { Logger } from '../log.ts';
import { getAnyMember } from '../members/get-any-member.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { tellOnce } from '../postings/tell-once.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Message } from '../slack/answer.ts';
import { slackErrorOf } from '../slack/clients.ts';
import type { Files } from '../slack/files.ts';
import { isForGood, type Poster } from '../slack/post.ts';
import { wordedFor } from '../slack/wording.ts';
import { closeRound } from './close-round.ts';
import { type GroupTold, getGroup } from './get-group.ts';
import { getStanding } from './get-standing.ts';
import { getWaiting } from './get-waiting.ts';
import { invitationKey } from './invite.ts';
import { matchLate } from './match-late.ts';
import { noteIntroduced } from './note-introduced.ts';
import { openRound } from './open-round.ts';
import { putOff } from './put-off.ts';
import {
  introductionAlone,
  introductionTogether,
  pickedMessage,
  plannedMessage,
} from './slack/introduction-view.ts';
import { invitationMessage, leftMessage, waitingMessage } from './slack/waiting-view.ts';
import { takeOut, takeOutOrganization } from './take-out.ts';
import { turnRound } from './turn-round.ts';
import { writeEvent } from './write-event.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'checkins.turn': true;
    'checkins.open': true;
    'checkins.close': true;
    'checkins.late': true;
    'checkins.gone': true;
    'checkins.introduce': true;
    'checkins.waiting': true;
    'checkins.picked': true;
    'checkins.left': true;
    'checkins.invite': true;
  }
}

export type CheckinParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly files: Files;
  readonly log: Logger;
};

type Work = 'turn' | 'open' | 'close' | 'late' | 'gone';

export function checkinWork({
  contextFor,
}: Pick<CheckinParts, 'contextFor'>): HandlersOf<`checkins.${Work}`> {
  return {
    'checkins.turn': async ({ partnershipId = '', about = '', dueAt = '' }) => {
      const turn = { dueAt: new Date(dueAt), isMakeUp: about !== '' };
      await turnRound(await contextFor(partnershipId), turn);
    },
    'checkins.open': async ({ partnershipId = '' }) => {
      await openRound(await contextFor(partnershipId));
    },
    'checkins.close': async ({ partnershipId = '', about: roundId = '' }) => {
      await closeRound(await contextFor(partnershipId), { roundId });
    },
    'checkins.late': async ({ partnershipId = '' }) => {
      await matchLate(await contextFor(partnershipId));
    },
    'checkins.gone': async ({ partnershipId = '', memberId = '', organizationId = '' }) => {
      const ctx = await contextFor(partnershipId);
      if (organizationId) await takeOutOrganization(ctx, { organizationId });
      else await takeOut(ctx, { memberId });
    },
  };
}

type Deliveries = 'introduce' | 'waiting' | 'picked' | 'left' | 'invite';

/** What people of a round are told. They asked for it by joining; it comes when they are at work. */
export function checkinDeliveries(parts: CheckinParts): HandlersOf<`checkins.${Deliveries}`> {
  const { contextFor, poster, files, log } = parts;

  type Told = { readonly what: string; readonly occasion: string };

  /** Whom Slack lets nobody write to is passed over. */
  const tellOne = async (ctx: Context, told: Told, member: Member, message: Message) => {
    const { id: memberId, slackUserId } = member;
    const sending = poster.telling(slackUserId, wordedFor('direct', message), 'repeat');
    try {
      await tellOnce(ctx, { ...told, memberId }, sending);
    } catch (error) {
      if (!isForGood(error)) throw error;
      log.info({ job: told.what, memberId, code: slackErrorOf(error) }, 'not reached');
    }
  };

  /** Answers their conversation; undefined where Slack does not let them have one. */
  const tellTogether = async (
    ctx: Context,
    told: Told,
    { members, group }: GroupTold,
    message: Message,
  ): Promise<string | undefined> => {
    const ids = members.map(({ slackUserId }) => slackUserId);
    const introduction = await poster.introducing(ids, wordedFor('mention', message));
    if (introduction.state === 'refused') {
      log.info(
        { job: told.what, code: introduction.code },
        'no conversation of all, so each alone',
      );
      return undefined;
    }
    try {
      await tellOnce(ctx, { ...told, memberId: group.starterId }, introduction.delivery);
      return introduction.channelId;
    } catch (error) {
      if (!isForGood(error)) throw error;
      log.info({ job: told.what, code: slackErrorOf(error) }, 'no post to all, so each alone');
      return undefined;
    }
  };

  const sendEvent = async (ctx: Context, told: GroupTold, at: Date, to: string | undefined) => {
    const { group, members } = told;
    const text = writeEvent({
      groupId: group.id,
      partnershipName: ctx.partnership.name,
      names: members.map(({ displayName }) => displayName),
      at,
      now: ctx.clock.now(),
    });
    const file = {
      fileName: 'check-in.ics',
      title: 'Check-in',
      bytes: new TextEncoder().encode(text),
    };
    const sends = to
      ? [() => files.send(to, file)]
      : members.map(
          ({ slackUserId }) =>
            () =>
              files.direct(slackUserId, file),
        );
    for (const send of sends) {
      try {
        await send();
      } catch (error) {
        // The moment is in the message; nobody is told of a failed file twice.
        log.info({ job: 'checkins.picked', code: slackErrorOf(error) }, 'no calendar file');
      }
    }
  };

  return {
    'checkins.introduce': async ({ partnershipId = '', about: groupId = '' }) => {
      const ctx = await contextFor(partnershipId);
      const told = await getGroup(ctx, { groupId });
      if (!told || told.group.introducedAt || told.round.closedAt) return;
      const { members } = told;
      if (await putOff(ctx, { members, what: 'checkins.introduce', about: groupId })) return;
      const scene = { ...told, partnership: ctx.partnership };
      const key = { what: 'checkins.introduce', occasion: groupId };
      const channelId = await tellTogether(ctx, key, told, introductionTogether(scene));
      if (!channelId) {
        for (const member of told.members) {
          await tellOne(ctx, key, member, introductionAlone(scene, member));
        }
      }
      await noteIntroduced(ctx, { groupId, channelId });
    },

    'checkins.waiting': async ({ partnershipId = '', about = '' }) => {
      const ctx = await contextFor(partnershipId);
      const [roundId = '', memberId = ''] = about.split(' ');
      const waiting = await getWaiting(ctx, { roundId, memberId });
      if (!waiting) return;
      const members = [waiting.member];
      if (await putOff(ctx, { members, what: 'checkins.waiting', about })) return;
      const key = { what: 'checkins.waiting', occasion: roundId };
      await tellOne(ctx, key, waiting.member, waitingMessage(ctx.partnership, waiting));
    },

    'checkins.picked': async ({ partnershipId = '', groupId = '', memberId = '', at = '' }) => {
      const ctx = await contextFor(partnershipId);
      const told = await getGroup(ctx, { groupId });
      const by = told?.members.find(({ id }) => id === memberId);
      if (!told || !by) return;
      const scene = { ...told, partnership: ctx.partnership };
      const time = new Date(at);
      const isPlanned = told.group.plannedAt?.getTime() === time.getTime();
      const what = isPlanned ? 'checkins.planned' : 'checkins.picked';
      const key = { what, occasion: `${groupId} ${at}` };
      const message = isPlanned ? plannedMessage(scene, time) : pickedMessage(scene, { by, time });
      const { channelId } = told.group;
      const place = channelId && (await tellTogether(ctx, key, told, message));
      if (!place) {
        const readers = told.members.filter(({ id }) => isPlanned || id !== memberId);
        for (const member of readers) await tellOne(ctx, key, member, message);
      }
      if (isPlanned) await sendEvent(ctx, told, time, place);
    },

    'checkins.left': async ({ partnershipId = '', about = '' }) => {
      const ctx = await contextFor(partnershipId);
      const [groupId = '', memberId = '', leftId = ''] = about.split(' ');
      const member = (await listMembers(ctx)).find(({ id }) => id === memberId);
      if (!member) return;
      if (await putOff(ctx, { members: [member], what: 'checkins.left', about })) return;
      const left = await getAnyMember(ctx, { memberId: leftId });
      const told = await getGroup(ctx, { groupId });
      const others = told?.members.filter(({ id }) => id !== memberId) ?? [];
      const { nextOn } = await getStanding({ ...ctx, member });
      const key = { what: 'checkins.left', occasion: `${groupId} ${leftId}` };
      await tellOne(ctx, key, member, leftMessage(ctx.partnership, left, { others, nextOn }));
    },

    'checkins.invite': async ({ partnershipId = '', on = '' }) => {
      const ctx = await contextFor(partnershipId);
      const message = wordedFor('mention', invitationMessage(ctx.partnership));
      const key = await invitationKey(ctx, on);
      const [channelId] = ctx.partnership.channelIds;
      if (key && channelId) await tellOnce(ctx, key, poster.saying(message).to(channelId));
    },
  };
}
