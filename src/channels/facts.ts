declare module '../facts.ts' {
  interface FactTable {
    /** The bot can speak there no more. */
    'channel.lost': { readonly channelId: string; readonly at: Date; readonly why: string };
    /** It is there, and may not post. */
    'channel.limited': { readonly channelId: string; readonly at: Date };
    /** It can speak there again, after an absence that nobody could be told of. */
    'channel.back': { readonly channelId: string; readonly from: Date };
  }
}

export {};
