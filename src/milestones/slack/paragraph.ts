/** A paragraph of a message, which knows whether others may read it. */
export type Paragraph = {
  readonly text: string;
  /** Holds what nobody else may see yet. */
  readonly isSecret: boolean;
};

export function plain(text: string): Paragraph {
  return { text, isSecret: false };
}

export function secret(text: string): Paragraph {
  return { text, isSecret: true };
}

export function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

export function isSecretIn(paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.some(({ isSecret }) => isSecret);
}
