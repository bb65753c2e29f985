/** Why a date moved (domain 9.1). */
export const MOVE_REASONS = [
  'approval',
  'dependency',
  'capacity',
  'scope',
  'estimate',
  'outside',
] as const;

export type MoveReason = (typeof MOVE_REASONS)[number];

export function moveReasonIn(text: string): MoveReason | undefined {
  return MOVE_REASONS.find((reason) => reason === text.trim().toLowerCase());
}
