/** Hears, through the database, which partnership changed, in whichever replica that was. */
export type Changes = AsyncDisposable & {
  /** False while a change could go unheard. */
  isHeard(): boolean;
};

export type ChangeListener = {
  changed(partnershipId: string): void;
  /** Notifications were, or may have been, missed. */
  lost(): void;
};

export type ListenForChanges = (listener: ChangeListener) => Promise<Changes>;

export const CHANGES_CHANNEL = 'partnership_changed';
