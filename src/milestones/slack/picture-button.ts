import type { Button } from '@slack/types';
import { button } from '../../slack/blocks.ts';
import type { PictureKind } from '../start-picture.ts';
import { MILESTONES } from './ids.ts';
import type { Scene } from './words.ts';

export function pictureButton(kind: PictureKind, { channelId }: Scene): Button {
  return button({
    id: MILESTONES.picture,
    text: 'As a picture',
    value: `${kind} ${channelId}`,
    label: kind === 'trend' ? 'How dates moved, as a picture' : 'The timeline as a picture',
  });
}
