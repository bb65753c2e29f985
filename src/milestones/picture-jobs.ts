import { drawChart } from '../charts/draw-chart.ts';
import { hashOf } from '../charts/hash-of.ts';
import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { Refusal } from '../refusal.ts';
import type { HandlersOf, JobData } from '../schedule/queue.ts';
import type { Message } from '../slack/answer.ts';
import type { Files, FileToSend } from '../slack/files.ts';
import type { Poster } from '../slack/post.ts';
import { sceneOf } from '../slack/scene.ts';
import { findPicture } from './find-picture.ts';
import { DRAW_HOME } from './home-picture.ts';
import { keepPicture } from './keep-picture.ts';
import { listMilestones } from './list-milestones.ts';
import { showHomeAgain } from './show-home-again.ts';
import { ganttPicture } from './slack/gantt-view.ts';
import { homeScene } from './slack/home-view.ts';
import { KINDS, kindIn, noPictureMessage, pictureFile } from './slack/picture-view.ts';
import type { PictureKind } from './start-picture.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'milestones.picture': true;
    'milestones.share-picture': true;
    'milestones.draw-home': true;
  }
}

export type PictureParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly files: Files;
};

/** Pictures are drawn when they are sent: of what is true then, and theirs to see who asked. */
export function pictureJobs({
  contextFor,
  poster,
  files,
}: PictureParts): HandlersOf<
  'milestones.picture' | 'milestones.share-picture' | 'milestones.draw-home'
> {
  return {
    'milestones.picture': async (data) => {
      const asked = await whoAsked(data);
      if (!asked) return;
      const { ctx, member } = asked;
      const made = await drawn(ctx, kindIn(data.kind));
      if ('fileName' in made) await handOver(member, () => files.direct(member.slackUserId, made));
      else await poster.direct(member.slackUserId, made);
    },

    'milestones.share-picture': async (data) => {
      const asked = await whoAsked(data);
      if (!asked) return;
      const { ctx, member } = asked;
      const { channelId = '' } = data;
      // Nobody in particular: what is collected blind is nobody's to see.
      const made = await drawn(
        { ...ctx, member: undefined },
        kindIn(data.kind),
        member.displayName,
      );
      if ('fileName' in made) await handOver(member, () => files.send(channelId, made));
    },

    [DRAW_HOME]: async (data) => {
      const asked = await whoAsked(data);
      if (!asked) return;
      const { ctx, member } = asked;
      const scene = homeScene(ctx.partnership, member.organizationId, ctx.clock.now());
      const chart = ganttPicture(await listMilestones(ctx), scene, ctx.partnership.name);
      if (!chart) return;
      const hash = hashOf(chart);
      if (!(await findPicture(ctx, { hash }))) {
        const { title, altText } = chart;
        const fileName = `timeline-${scene.today}.png`;
        const bytes = await drawChart(chart);
        const fileId = await files.keep({ fileName, title, altText, bytes });
        for (const unneeded of await keepPicture(ctx, { hash, fileId })) {
          await files.remove(unneeded);
        }
      }
      await showHomeAgain(ctx);
    },
  };

  /** In words, where there is nothing to draw any more. */
  async function drawn(
    ctx: Context,
    kind: PictureKind,
    by?: string,
  ): Promise<FileToSend | Message> {
    const { picture, words } = KINDS[kind];
    const all = await listMilestones(ctx);
    const scene = sceneOf(ctx);
    const chart = picture(all, scene, ctx.partnership.name);
    if (!chart) return words(all, scene);
    const given = { kind, words: words(all, scene), today: scene.today, ...(by && { by }) };
    return pictureFile(chart, await drawChart(chart), given);
  }

  /** Who asked hears it when Slack takes no picture. */
  async function handOver({ slackUserId }: Member, send: () => Promise<void>): Promise<void> {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await poster.direct(slackUserId, noPictureMessage(error.message));
    }
  }

  async function whoAsked({ partnershipId = '', memberId = '' }: JobData) {
    const ctx = await contextFor(partnershipId);
    const member = (await listMembers(ctx)).find(({ id }) => id === memberId);
    return member && { ctx: { ...ctx, member }, member };
  }
}
