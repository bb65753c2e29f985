import { randomUUID } from 'node:crypto';
import type { StoredFile } from './state.ts';

/** The short-lived right that comes with a payload, to open a view. */
export type Trigger = {
  readonly id: string;
  readonly userId: string;
  /** The modal the person acted in, when the trigger was made there. */
  readonly viewId?: string;
  expiresAt: number;
  isUsed: boolean;
};

export type ResponseUrl = {
  readonly id: string;
  readonly userId: string;
  readonly channelId: string;
  /** The message whose button was pressed; a command has none until it answered once. */
  messageTs?: string;
  readonly threadTs?: string;
  expiresAt: number;
  usesLeft: number;
};

export type Tickets = {
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** The files whose bytes have not come yet, by the last part of the address for them. */
  readonly uploads: Map<string, StoredFile>;
  issueUploadUrl(file: StoredFile): string;
  issueTrigger(userId: string, viewId?: string): string;
  issueResponseUrl(origin: {
    userId: string;
    channelId: string;
    messageTs?: string;
    threadTs?: string;
  }): string;
};

const TRIGGER_LIFE_MS = 3000;
const RESPONSE_URL_LIFE_MS = 30 * 60 * 1000;
const RESPONSE_URL_USES = 5;

export function createTickets(clocks: {
  readonly url: () => string;
  readonly now: () => Date;
  readonly realNow: () => number;
  readonly newId: (prefix: string) => string;
  readonly teamId: string;
}): Tickets {
  const triggers = new Map<string, Trigger>();
  const responseUrls = new Map<string, ResponseUrl>();
  const uploads = new Map<string, StoredFile>();
  return {
    triggers,
    responseUrls,
    uploads,
    issueUploadUrl(file) {
      const id = randomUUID();
      uploads.set(id, file);
      return `${clocks.url()}/upload/v1/${id}`;
    },
    issueTrigger(userId, viewId) {
      const id = `${clocks.newId('')}.${clocks.newId('')}.trigger`;
      const expiresAt = clocks.realNow() + TRIGGER_LIFE_MS;
      triggers.set(id, { id, userId, ...(viewId && { viewId }), expiresAt, isUsed: false });
      return id;
    },
    issueResponseUrl(origin) {
      const id = clocks.newId('R');
      const expiresAt = clocks.now().getTime() + RESPONSE_URL_LIFE_MS;
      responseUrls.set(id, { id, ...origin, expiresAt, usesLeft: RESPONSE_URL_USES });
      return `${clocks.url()}/hooks/${clocks.teamId}/${id}`;
    },
  };
}
