import { actingMember } from '../../src/context.ts';
import { bold } from '../../src/slack/mrkdwn.ts';
import { type Noun, verb } from '../../src/slack/verbs/verb.ts';
import { dayWords } from '../../src/time/day-words.ts';

export type Parcel = {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly size: string;
};

export type Parcels = {
  readonly noun: Noun;
  readonly kept: Parcel[];
  readonly watching: Set<string>;
};

/** A capability that there is not, kept in memory: what the machinery of verbs does is seen through it. */
export function createParcels(): Parcels {
  const kept: Parcel[] = [];
  const watching = new Set<string>();
  const replace = (id: string, change: Partial<Parcel>) => {
    const at = kept.findIndex((one) => one.id === id);
    kept.splice(at, 1, { ...(kept[at] as Parcel), ...change });
  };
  const noun: Noun<Parcel> = {
    name: 'parcels',
    help: 'What is sent from one house to another.',
    verbs: [
      verb({
        word: 'add',
        label: 'Send a parcel',
        fields: {
          title: { is: 'text', label: 'What is in it?', called: 'name', limit: 40 },
          dueOn: { is: 'day', label: 'By when?', called: 'day' },
          size: {
            is: 'choice',
            label: 'How large is it?',
            called: 'size',
            isOptional: true,
            choices: () => [
              { value: 's', text: 'Small' },
              { value: 'l', text: 'Large' },
            ],
          },
        },
        async act({ values: { title, dueOn, size } }) {
          kept.push({ id: `p${kept.length}`, title, dueOn, size });
          return { says: `Sent: ${bold(title)} by ${dayWords(dueOn)}.` };
        },
      }),
      verb({
        word: 'watch',
        label: 'Watch',
        fields: {},
        isPrivate: true,
        async act({ ctx }) {
          watching.add(actingMember(ctx).id);
          return { says: 'You are told of each parcel.', isListed: true };
        },
      }),
    ],
    rows: {
      one: 'parcel',
      empty: 'Nothing is under way.',
      verbs: [
        verb<Parcel>({
          word: 'open',
          label: 'Open it',
          fields: {},
          async act({ subject }) {
            kept.splice(kept.indexOf(subject), 1);
            return { says: `Opened: ${bold(subject.title)}.` };
          },
        }),
        verb<Parcel, 'dueOn' | 'why'>({
          word: 'move',
          label: 'Another day',
          fields: {
            dueOn: { is: 'day', label: 'By when now?', called: 'day' },
            why: { is: 'text', label: 'Why?', called: 'reason', limit: 100, isOptional: true },
          },
          async act({ subject, values: { dueOn, why } }) {
            replace(subject.id, { dueOn });
            return { says: `${bold(subject.title)} by ${dayWords(dueOn)}${why && `: ${why}`}.` };
          },
        }),
      ],
      list: async () => kept,
      idOf: ({ id }) => id,
      titleOf: ({ title }) => title,
      line: ({ title, dueOn }) => `${bold(title)} by ${dayWords(dueOn)}`,
    },
  };
  return { noun, kept, watching };
}
