import type { Json } from './state.ts';

/** Collects what is wrong with a structure, in the form Slack reports it. */
export type Complaints = {
  readonly messages: string[];
  add(at: string, message: string): void;
  /** A string of 1 to `max` characters; nothing at all only where it may be left out. */
  string(at: string, value: unknown, max: number, need?: Need): void;
  /** A text object of one of the given kinds, within `max` characters. */
  text(at: string, value: unknown, max: number, kinds: TextKinds, need?: Need): void;
  /** An array of `min` to `max` entries, each of which is looked at with its own pointer. */
  list(at: string, value: unknown, min: number, max: number, look?: Look): Json[];
};

type Look = (entry: Json, at: string) => void;
type Need = 'needed' | 'optional';
type TextKinds = 'plain' | 'any';

export function createComplaints(): Complaints {
  const messages: string[] = [];
  const add = (at: string, message: string): void => {
    messages.push(`[ERROR] ${message} [json-pointer:${at}]`);
  };
  const complaints: Complaints = {
    messages,
    add,
    string(at, value, max, need = 'optional') {
      if (value === undefined || value === null) {
        if (need === 'needed') missing(add, at);
        return;
      }
      if (typeof value !== 'string') return add(at, 'must be a string');
      if (value.length > max) add(at, `must be less than ${max + 1} characters`);
      if (value.length === 0 && need === 'needed') add(at, 'must be more than 0 characters');
    },
    text(at, value, max, kinds, need = 'optional') {
      if (value === undefined || value === null) {
        if (need === 'needed') missing(add, at);
        return;
      }
      if (typeof value !== 'object') return add(at, 'must provide an object');
      const { type, text } = value as Json;
      const isAllowed = type === 'plain_text' || (kinds === 'any' && type === 'mrkdwn');
      if (!isAllowed) add(`${at}/type`, `unsupported type: ${type}`);
      complaints.string(`${at}/text`, text, max, 'needed');
    },
    list(at, value, min, max, look) {
      if (!Array.isArray(value)) {
        add(at, 'must be an array');
        return [];
      }
      if (value.length < min) add(at, `no less than ${min} items required`);
      if (value.length > max) add(at, `no more than ${max} items allowed`);
      for (const [index, entry] of value.entries()) look?.(entry as Json, `${at}/${index}`);
      return value as Json[];
    },
  };
  return complaints;
}

function missing(add: Complaints['add'], at: string): void {
  const [, parent = '', field = ''] = /^(.*)\/([^/]+)$/.exec(at) ?? [];
  add(parent, `missing required field: ${field}`);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
