import { actingMember, organizationOf } from '../../context.ts';
import { registerAgreeing } from '../../slack/agreeing.ts';
import type { Message } from '../../slack/answer.ts';
import type { Doors } from '../../slack/doors.ts';
import type { FormValues } from '../../slack/form.ts';
import type { Poster } from '../../slack/post.ts';
import { sceneOf } from '../../slack/scene.ts';
import { NEW, numberIn } from '../../slack/value-in.ts';
import { defineTerm } from '../define-term.ts';
import { disputeWording } from '../dispute-wording.ts';
import type { Relation } from '../entry.ts';
import { expansionIn } from '../expansion.ts';
import { flagConfusion } from '../flag-confusion.ts';
import { getPastWords } from '../get-past-words.ts';
import { getTermById, lookUpTerm } from '../look-up-term.ts';
import { markConflict } from '../mark-conflict.ts';
import { shareTerm } from '../share-term.ts';
import type { Resolution, TermChange } from '../term.ts';
import { writeUsage } from '../write-usage.ts';
import { AGREEING } from './agreeing-talk.ts';
import { sharedMessage } from './announcement-view.ts';
import { clicked, placed, submitted } from './clicked-talk.ts';
import { entryMessage, missedMessage } from './entry-view.ts';
import { defineForm, usageForm } from './form-view.ts';
import { GLOSSARY } from './ids.ts';
import { confusedMessage, definedMessage } from './outcome-view.ts';
import { list, search } from './talk.ts';
import type { Scene } from './words.ts';

export function registerGlossary(doors: Doors, poster: Poster): void {
  registerAgreeing(doors, AGREEING);

  doors.present('glossary', async (click, lead) => {
    const { ctx, scene, about } = clicked(click);
    return entryMessage(await getTermById(ctx, about.termId), scene, lead);
  });

  doors.click(GLOSSARY.define, async (click) => {
    const { ctx, scene, about, rest } = clicked(click, { mayBeNew: true });
    const form =
      about.termId === NEW
        ? defineForm({ text: rest }, scene)
        : defineForm({ entry: await getTermById(ctx, about.termId) }, scene);
    return { form };
  });

  doors.form(GLOSSARY.define, async (submission) => {
    const { ctx, scene, about } = submitted(submission, { mayBeNew: true });
    const isNew = about.termId === NEW;
    const text = isNew
      ? submission.values.text('term')
      : (await getTermById(ctx, about.termId)).text;
    const defined = await defineTerm(ctx, {
      text,
      content: changeIn(submission.values, scene),
      editorial: submission.values.text('editorial') === 'wording',
      ...(!isNew && { seenVersion: about.version }),
    });
    return definedMessage(defined, scene);
  });

  doors.click(GLOSSARY.usage, async (click) => {
    const { ctx, about } = clicked(click);
    const organization = organizationOf(ctx, actingMember(ctx));
    return { form: usageForm(await getTermById(ctx, about.termId), about, organization) };
  });

  doors.form(GLOSSARY.usage, async (submission) => {
    const { ctx, scene, about } = submitted(submission);
    const { entry, isRevealed } = await writeUsage(ctx, {
      termId: about.termId,
      meaning: submission.values.text('meaning'),
      relation: (submission.values.text('relation') || 'same') as Relation,
    });
    const lead = isRevealed
      ? 'That was the last one: everybody’s meaning is visible now.'
      : 'Saved.';
    return entryMessage(entry, scene, lead);
  });

  doors.click(GLOSSARY.share, async (click) => {
    const { ctx, scene, about } = clicked(click);
    const { channelId } = scene;
    await shareTerm(ctx, { termId: about.termId, channelId }, (entry, by) =>
      poster.saying(sharedMessage(entry, scene, by)),
    );
    return { message: { text: `Shared in <#${channelId}>.` } };
  });

  doors.click(GLOSSARY.bringBack, async (click) => {
    const { ctx, scene, about } = clicked(click);
    const given = { termId: about.termId, lineId: about.version };
    const { entry, line } = await getPastWords(ctx, given);
    const { content } = line;
    if (content && !entry.isCollecting) return { form: defineForm({ entry, content }, scene) };
    const organization = organizationOf(ctx, actingMember(ctx));
    const words = content?.definition ?? line.meaning;
    return { form: usageForm(entry, { ...about, version: 0 }, organization, words) };
  });

  doors.click(GLOSSARY.confused, async (click) => {
    const { ctx, about } = clicked(click);
    return { message: confusedMessage(await flagConfusion(ctx, about)) };
  });

  doors.click(GLOSSARY.same, async (click) => {
    const { ctx, scene, about } = clicked(click);
    const entry = await markConflict(ctx, { termId: about.termId, conflict: 'none' });
    return {
      message: entryMessage(
        entry,
        scene,
        'Noted as one idea. A common wording can now be endorsed.',
      ),
    };
  });

  doors.click(GLOSSARY.onlyWording, async (click) => {
    const { ctx, scene, about } = clicked(click);
    const entry = await disputeWording(ctx, about);
    return { message: entryMessage(entry, scene, 'Everybody is asked again about this version.') };
  });

  doors.click(new RegExp(`^${GLOSSARY.lookUp}\\.\\d+$`), async (click) => {
    const [, ...words] = click.value.split(' ');
    const { ctx, scene } = placed(click);
    const result = await lookUpTerm(ctx, { text: words.join(' ') });
    return {
      message:
        'found' in result
          ? entryMessage(result.found, scene)
          : missedMessage(result.missed, result.suggestions, scene),
    };
  });

  for (const id of [GLOSSARY.list, GLOSSARY.listNext]) {
    doors.click(id, async (click) => {
      const [page = '1', , verb, ...words] = click.value.split(' ');
      const { ctx, scene } = placed(click);
      const show = verb === 'search' ? search : list;
      const answer = await show(ctx, words.join(' '), scene, numberIn(page, 1));
      return { replace: answer as Message };
    });
  }

  doors.shortcut(GLOSSARY.add, async ({ messageText, asking, ctx }) => {
    const [pair] = expansionIn(messageText);
    return defineForm(
      pair
        ? { text: pair.short, definition: pair.long }
        : messageText.length <= 80 && !messageText.includes('\n')
          ? { text: messageText }
          : { definition: messageText },
      sceneOf(ctx, asking),
    );
  });
}

/** The form names what it shows, emptied or not; what it does not show stays. */
function changeIn(values: FormValues, scene: Scene): TermChange {
  const sayInstead = scene.organizations
    .filter(({ id }) => values.has(`sayInstead.${id}`))
    .map(({ id }) => [id, values.text(`sayInstead.${id}`)] as const);
  const aliases = values
    .text('aliases')
    .split(/[,;\n]/)
    .map((alias) => alias.trim())
    .filter(Boolean);
  return {
    definition: values.text('definition'),
    scopeNote: values.text('scopeNote') || undefined,
    example: values.text('example') || undefined,
    preferredLabel: values.text('preferred') || undefined,
    resolution: (values.text('resolution') || undefined) as Resolution | undefined,
    aliases: aliases.length > 0 ? aliases : undefined,
    sayInstead: Object.fromEntries(sayInstead),
  };
}
