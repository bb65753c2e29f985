import { idIn, numberIn } from '../../slack/value-in.ts';
import type { RowKind } from '../plan-import.ts';

/** Action and callback ids: `<capability>.<verb>`. */
export const EXCHANGE = {
  ask: 'exchange.ask',
  cancel: 'exchange.cancel',
  confirm: 'exchange.confirm',
  export: 'exchange.export',
  import: 'exchange.import',
  page: 'exchange.page',
  propose: 'exchange.propose',
  see: 'exchange.see',
} as const;

export type AboutImport = {
  readonly importId: string;
  readonly kind: RowKind | undefined;
  readonly page: number;
  /** A channel of the partnership, to find it again from a direct message. */
  readonly channelId: string;
};

export function encodeImport(about: AboutImport): string {
  return `${about.importId} ${about.kind ?? '-'} ${about.page} ${about.channelId}`;
}

const KINDS: readonly string[] = ['new', 'changed', 'same', 'refused'] satisfies RowKind[];

export function decodeImport(value: string): AboutImport {
  const [importId = '', kind = '', page = '', channelId = ''] = value.split(' ');
  return {
    importId: idIn(importId),
    kind: KINDS.includes(kind) ? (kind as RowKind) : undefined,
    page: numberIn(page, 1),
    channelId,
  };
}
