import { expect, test } from 'vitest';
import { meetingWordsIn, timeIn } from '../../src/meetings/meeting-words.ts';

test.each([
  [
    'council = 15 December, 5 January at 18:30 papers 10',
    {
      name: 'council',
      days: ['15 December', '5 January'],
      time: '18:30',
      papersDueWorkingDays: 10,
    },
  ],
  [
    'board = March 31, 2027, April 7, 2027',
    {
      name: 'board',
      days: ['March 31 2027', 'April 7 2027'],
      time: undefined,
      papersDueWorkingDays: undefined,
    },
  ],
  [
    'board = 2027-03-31; 2027-04-07 at 6pm papers 5 working days before',
    { name: 'board', days: ['2027-03-31', '2027-04-07'], time: '6pm', papersDueWorkingDays: 5 },
  ],
  [
    'board = 5 January at 25:00',
    { name: 'board', days: ['5 January'], time: '25:00', papersDueWorkingDays: undefined },
  ],
  ['board', undefined],
  ['board =', undefined],
  ['= 5 January', undefined],
])('%j', (text, words) => expect(meetingWordsIn(text)).toEqual(words));

test.each([
  ['18:30', '18:30'],
  ['8:05', '08:05'],
  ['18.30', '18:30'],
  ['6pm', '18:00'],
  ['12 am', '00:00'],
  ['12:15 pm', '12:15'],
  ['6', undefined],
  ['25:00', undefined],
  ['13pm', undefined],
  ['0am', undefined],
  ['evening', undefined],
  ['', undefined],
])('%j is %s', (text, time) => expect(timeIn(text)).toBe(time));
