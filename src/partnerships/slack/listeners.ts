import type { App } from '@slack/bolt';
import type { Doors } from '../../slack/doors.ts';

export function registerPartnerships(_slack: App, _doors: Doors): void {}
