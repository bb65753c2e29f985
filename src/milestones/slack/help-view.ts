import type { Message } from '../../slack/answer.ts';
import { section } from '../../slack/blocks.ts';

const LINES = [
  '`/partnership milestones`  what is to be reached, the nearest first',
  '`//partnership milestones add TITLE = 31 March`  adds one, and asks everybody for their dates; without the date opens the form',
  '`/partnership milestones TITLE`  one of them, with what you can do',
  '`//partnership milestones dates TITLE = 1 March; 15 February; 31 March`  what suits you: the day you would like, the earliest, the latest; `1 March; ; 31 March` for no earliest',
  '`/partnership milestones propose TITLE = 31 March`  puts a date forward for everybody’s yes',
  '`/partnership milestones endorse TITLE` · `object TITLE = REASON` · `concern TITLE = WHAT` (noted, blocks nothing) · `withdraw TITLE`',
  '`/partnership milestones still TITLE` · `move TITLE = 4 December because approval` · `done TITLE = last Friday` · `drop TITLE`, and `reopen TITLE` where that was a mistake; why it moved: approval, dependency, capacity, scope, estimate, outside',
  '`/partnership milestones confidence TITLE = 4`  how likely it is, 1 to 5, for your organization',
  '`/partnership milestones plan TITLE`  who looks after it, what is left to do; in words: `remaining TITLE = 12`, `steps TITLE = Budget memo 4; Council vote @council papers 10`, `after TITLE = OTHER TITLE`, `latest TITLE = 30 April`, `lead TITLE = 20, 35, 60` (working days that such a thing takes: the least, what is usual, the most), `owner TITLE = @person`',
  '`/partnership milestones history TITLE`',
  'Days in your own words: `31 March`, `in 2 months`, `end of next month`, `10 working days from now`. I ask back where one can be read in two ways.',
  '`/partnership timeline`  all of them on a line, with everybody’s windows; `timeline trend` how their dates moved; `timeline picture` and `timeline trend picture` the same, drawn',
];

export function milestonesHelp(about?: string): Message {
  const lines = LINES.join('\n');
  return {
    text: [...(about ? [about] : []), lines].join('\n'),
    blocks: [...(about ? [section(about)] : []), section(lines)],
  };
}
