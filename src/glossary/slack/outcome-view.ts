import type { TakenBack } from '../../agreements/take-back.ts';
import type { Said } from '../../slack/agreeing.ts';
import type { Message } from '../../slack/answer.ts';
import { listed, objectWords } from '../../slack/listed.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { Defined } from '../define-term.ts';
import type { Entry } from '../entry.ts';
import type { Flagged } from '../flag-confusion.ts';
import { entryMessage, withNote, withTakeBack } from './entry-view.ts';
import { adviceWords, objectingNames, type Scene, unansweredNames, waitingNames } from './words.ts';

/** What has just happened, and then the term as it is now. */
export function definedMessage({ entry, outcome, advice }: Defined, scene: Scene): Message {
  const lead = {
    proposed: `Put forward. ${nextStep(entry, scene)} Share it so that they see it.`,
    changed: `Put forward as version ${entry.latestVersion}. ${nextStep(entry, scene)}${entry.agreed ? ' What was agreed before stands until then.' : ''}`,
    endorsed: `The same words as theirs, so I took that as your yes. ${nextStep(entry, scene)}`,
    agreed: 'Agreed: everybody has said yes to this version.',
    collecting: `Somebody here means something else by it, so we compare blind. Your meaning is kept; the others see it once everybody has written theirs. Still to write: ${listed(unansweredNames(entry, scene))}.`,
    revealed: 'That was the last one: everybody’s meaning is visible now.',
  }[outcome];
  return withNote(entryMessage(entry, scene, lead), adviceWords(advice));
}

/** What somebody said of a version, and then the term as it is now; what can be taken back has a button for it. */
export function saidMessage(entry: Entry, said: Said, scene: Scene): Message {
  const message = entryMessage(entry, scene, leadOf(entry, said, scene));
  const isStanding = said.kind !== 'withdraw' && !said.isAgreed;
  return isStanding ? withTakeBack(message, entry, scene) : message;
}

function leadOf(entry: Entry, said: Said, scene: Scene): string {
  switch (said.kind) {
    case 'endorse':
      if (said.isAgreed) return 'Agreed: that was the last yes.';
      return said.counts
        ? `Your yes is recorded. ${nextStep(entry, scene)}`
        : `Noted. Your organization named representatives who speak for it, so it still has to say yes through one of them. ${nextStep(entry, scene)}`;
    case 'concern':
      return 'Your concern is noted, with your name. It doesn’t hold the term up.';
    case 'object':
      return said.counts
        ? 'Your objection is recorded, and the term is disputed until it is answered: by a new version, or by you, when you take it back.'
        : 'Noted as yours. Your organization named representatives; an objection of theirs would hold it up.';
    case 'withdraw':
      return takenBackWords(entry, said, scene);
  }
}

function takenBackWords(entry: Entry, { what, isAgreed }: TakenBack, scene: Scene): string {
  if (isAgreed) return 'You took it back, and with that everybody has said yes: agreed.';
  return {
    stance: `You took back what you had said. ${nextStep(entry, scene)}`,
    proposal:
      'Your organization’s proposal is withdrawn. Its words stay in the history, where a button puts them forward again.',
    gathered: `What your organization wrote is taken out; you alone still find it in the history. ${
      entry.isCollecting
        ? 'What the others wrote stays unseen until everybody has written theirs.'
        : 'Nobody has written anything now, so the term begins anew.'
    }`,
  }[what];
}

export function retiringMessage(
  { entry, isAgreed }: { readonly entry: Entry; readonly isAgreed: boolean },
  scene: Scene,
): Message {
  return entryMessage(
    entry,
    scene,
    isAgreed
      ? 'Retired.'
      : `You propose to retire it. ${nextStep(entry, scene)} Until then it stands.`,
  );
}

export function confusedMessage({ entry, isNew }: Flagged): Message {
  const lead = isNew
    ? `Noted: ${bold(entry.text)} was unclear to you.`
    : `You have said so of ${bold(entry.text)} before; it counts once.`;
  return {
    text: `${lead} Nobody sees that it was you, only how many said so. When three people of two organizations do, I ask in the channel whether the wording is still right.`,
  };
}

function nextStep(entry: Entry, scene: Scene): string {
  const waiting = waitingNames(entry, scene);
  const objecting = objectingNames(entry, scene);
  if (waiting.length === 0 && objecting.length > 0)
    return `${objectWords(objecting)}: a new version can answer that.`;
  if (waiting.length === 0)
    return 'Nobody else has to speak; it stands once the waiting days are over.';
  return `${listed(waiting)} still ${waiting.length === 1 ? 'has' : 'have'} to speak.`;
}
