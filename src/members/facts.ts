declare module '../facts.ts' {
  interface FactTable {
    /** They left every channel, have no Slack account any more, or Slack lets nobody write to them. */
    'member.left': {
      readonly memberId: string;
      readonly why: 'left' | 'deactivated' | 'refused';
    };
    /** Their hours begin at other moments, because they are in another time zone. */
    'member.moved': { readonly memberId: string };
    /** Who reads the digest, or when they do, is different. */
    'readers.changed': object;
  }
}

export {};
