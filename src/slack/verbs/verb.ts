import type { Button } from '@slack/types';
import type { Context } from '../../context.ts';
import type { Message } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Choice } from '../blocks.ts';
import type { Scene } from '../scene.ts';
import type { DayReader, ReadDay } from './read-day.ts';

/** One thing that a verb has to be told, in a form or in a line. */
export type Field = {
  /** In the form. */
  readonly label: string;
  /** In a sentence, “the day”, and in capitals in the line of a hint. */
  readonly called: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
} & (
  | {
      readonly is: 'text';
      /** Characters. */
      readonly limit: number;
      readonly placeholder?: string;
      readonly isLong?: boolean;
    }
  /** An ISO date, to come unless it is said to be past: picked in a form, read from words in a line. */
  | { readonly is: 'day'; readonly isPast?: boolean }
  /** ISO dates with a comma between them, read from words everywhere. */
  | { readonly is: 'days'; readonly placeholder?: string; readonly most: number }
  | { readonly is: 'choice'; choices(scene: Scene): readonly Choice[] }
  /** The id by which Slack knows somebody: picked in a form, mentioned in a line. */
  | { readonly is: 'person' }
);

/** By the name of the field; empty where an optional one was not said. */
export type Values<K extends string = string> = Readonly<Record<K, string>>;

export type Given<S, K extends string = string> = {
  readonly ctx: Context;
  readonly asking: Asking;
  readonly scene: Scene;
  /** The row that it is said of. */
  readonly subject: S;
  /** Of their kind, and within their limits. */
  readonly values: Values<K>;
  /** Reads a day as the fields do, for words that only the verb itself understands. */
  readDay(text: string, direction: Parameters<DayReader>[3]): Promise<ReadDay>;
};

/** What has just happened, and what may come next. */
export type Outcome =
  | Message
  | {
      readonly says: string;
      /** The same in the message that asked, where its buttons were. */
      readonly answered?: string;
      readonly next?: readonly Button[];
      /** All rows follow, as they stand now. */
      readonly isListed?: boolean;
    };

/** Asked before it counts. */
export type Question = {
  readonly says: string;
  /** On the button that says yes. */
  readonly yes: string;
  /** What to do instead. */
  readonly otherwise: string;
};

/**
 * Something that a person can do, said once: from it come its line by command, mention and direct message,
 * its button, its form, its place in the help, and the refusals of what is missing or too long.
 */
export type Verb<S = undefined, K extends string = string> = {
  readonly word: string;
  /** Of its button and its form. */
  readonly label: string;
  /** In the order in which a line says them: `WORD ROW = FIRST; SECOND`. */
  readonly fields: Readonly<Record<K, Field>>;
  /** On the button of its form; the label where there is none. */
  readonly submit?: string;
  /** A line with everything in it, after the word; made of the fields where there is none. */
  readonly example?: string;
  /** Changes nothing, so that whoever may look may say it. */
  readonly isLooking?: boolean;
  /** Its answers are not said where others read them. */
  readonly isPrivate?: boolean;
  /** Reads a line that has a grammar of its own; what it leaves out is asked for by form. */
  read?(words: string): Partial<Values<K>>;
  /** What is asked back before it counts; without it, days that can be read in other ways are. */
  confirm?(given: Given<S, K>, isCertain: boolean): Promise<Question | undefined>;
  /** Whether its button is shown with this row. */
  isOffered?(subject: S, scene: Scene): boolean;
  /** Refuses whatever the values are; asked before a form opens, and the use case asks again. */
  may?(ctx: Context, subject: S): Promise<void> | void;
  /** One use case, one outcome. */
  act(given: Given<S, K>): Promise<Outcome>;
};

/** What can be said of a capability, with rows or without. */
export type Noun<S = unknown> = {
  /** Of the capability, of the word with which its lines begin, and of its ids: `meetings`. */
  readonly name: string;
  /** In one sentence, for the help. */
  readonly help: string;
  /** Said of nothing that is there already: `meetings add`, `checkins join`. The first is offered below the rows. */
  readonly verbs: readonly Verb[];
  /** How it stands, where the line is the name alone and there are no rows to list. */
  stands?(ctx: Context, scene: Scene): Promise<Message>;
  readonly rows?: Rows<S>;
};

export type Rows<S = unknown> = {
  /** What one is called: “meeting”. */
  readonly one: string;
  /** What is said where there are none. */
  readonly empty: string;
  /** Said of one of them. */
  readonly verbs: readonly Verb<S>[];
  list(ctx: Context, scene: Scene): Promise<readonly S[]>;
  idOf(row: S): string;
  /** By which it is looked up. Several may share it. */
  titleOf(row: S): string;
  /** In a list. */
  line(row: S, scene: Scene): string;
  /** By itself; its line where there is none. */
  show?(row: S, scene: Scene): string;
  /** Beside its line; *Open* where there is none. */
  button?(row: S, scene: Scene): Button | undefined;
};

/** Keeps the names of the fields for `act`, and forgets them for the list of verbs. */
export function verb<S = undefined, K extends string = string>(given: Verb<S, K>): Verb<S> {
  return given;
}
