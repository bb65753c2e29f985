/** Why the bot cannot speak in a channel any more. */
export type Loss = 'removed' | 'archived' | 'deleted' | 'refused' | 'uninstalled';
