type Opener = { readonly text: string; readonly isDeeper?: true };

/** Conversation openers (domain 15). Deeper ones are only for people who were introduced before. */
export const OPENERS: readonly Opener[] = [
  { text: 'What does a good Tuesday look like in your job?' },
  { text: 'Which word does your organization use that you wish everyone understood?' },
  {
    text: 'What is one rule you work under that people outside never guess?',
    isDeeper: true,
  },
  { text: 'Who do you picture when you think about the people this work is for?' },
  { text: 'What was the first job you were ever proud of?' },
  { text: 'If your organization were a kitchen, what would be on the stove right now?' },
  { text: 'What takes a week where you work that people think takes an hour?' },
  { text: 'And what takes an hour that people think takes a week?' },
  { text: 'What small thing went right lately that nobody clapped for?' },
  {
    text: 'What would make this partnership easier for you by ten minutes a day?',
    isDeeper: true,
  },
  { text: 'Which place in your town would you show a visitor first?' },
  {
    text: 'What did you believe about the other sector five years ago that you no longer believe?',
    isDeeper: true,
  },
  { text: 'What are you learning at the moment, at work or away from it?' },
  {
    text: 'Where does your organization move fast, and where does it move carefully on purpose?',
  },
  { text: 'What is the kindest thing a colleague did for you this year?' },
  { text: 'If this partnership ended tomorrow, what would you miss?', isDeeper: true },
  { text: 'What question do you wish partners would ask you?', isDeeper: true },
  { text: 'What do you do in the first half hour after work?' },
  { text: 'Which meeting would you turn into a walk?' },
  {
    text: 'What worry about our work have you not said out loud yet, if you would like to?',
    isDeeper: true,
  },
];

/** The same for the same group, so that a second try says the same. */
export function openerFor(groupId: string, haveMetBefore: boolean): string {
  const fitting = OPENERS.filter(({ isDeeper }) => haveMetBefore || !isDeeper);
  const sum = [...groupId].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return fitting[sum % fitting.length]?.text ?? '';
}
