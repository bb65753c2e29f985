import { readdirSync, readFileSync } from 'node:fs';

type Label = { readonly text: string; readonly id: string };

export type RunningText = {
  /** Acronyms, and phrases of words that the messages use too. */
  labels(count: number): readonly Label[];
  /** As Slack's events carry them, with one of the labels in so many words. */
  messages(characters: number, used: readonly Label[], wordsPerUse: number): readonly string[];
};

const ROOT = new URL('../', import.meta.url).pathname;
const WORDS_PER_MESSAGE = 35;

/** The English of this repository's own documents, with rarer words between, the same in each run. */
export function createRunningText(): RunningText {
  const draw = createDraw();
  const prose = proseOf(
    ['README.md', 'CONTRIBUTING.md', ...readdirSync(`${ROOT}docs`).map((name) => `docs/${name}`)]
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(ROOT + name, 'utf8'))
      .join('\n'),
  );
  const rare = Array.from({ length: 20_000 }, () => rareWord(draw));
  const content = [...prose.filter((word) => /^[a-z]{5,}$/i.test(word)), ...rare];
  const everyday = new Set(prose.map((word) => word.toLowerCase()));

  function label(): string {
    if (draw.below(10) > 2)
      return Array.from({ length: 2 + draw.below(2) }, () => draw.of(content)).join(' ');
    const letters = Array.from({ length: 3 + draw.below(3) }, () => draw.of(CAPITALS)).join('');
    return everyday.has(letters.toLowerCase()) ? label() : letters;
  }

  /** As people write them. */
  function written(text: string): string {
    return draw.of([
      text,
      text,
      text.toLowerCase(),
      `${text}s`,
      text.replaceAll(' ', '-'),
      `“${text}”`,
    ]);
  }

  return {
    labels(count) {
      const texts = new Set<string>();
      while (texts.size < count) texts.add(label());
      return [...texts].map((text, at) => ({ text, id: `term-${at}` }));
    },
    messages(characters, used, wordsPerUse) {
      const messages: string[] = [];
      const texts = used.map(({ text }) => text);
      let from = 0;
      for (let length = 0; length < characters; length += messages.at(-1)?.length ?? 0) {
        const words = Array.from({ length: WORDS_PER_MESSAGE }, () => {
          from = (from + 1) % prose.length;
          if (draw.below(wordsPerUse) === 0) return written(draw.of(texts));
          if (draw.below(60) === 0) return draw.of(MARKUP);
          return draw.below(12) === 0 ? rare[draw.rank(rare.length)] : prose[from];
        });
        // Through JSON, as they come: a text of its own, not a rope of pieces.
        messages.push(JSON.parse(JSON.stringify(words.join(' '))));
      }
      return messages;
    },
  };
}

const CAPITALS = [...'ABCDEFGHIJKLMNOPRSTUVW'];
const SYLLABLES =
  'con per in ter re pro ment tion al ist er ing ate ous able ver sta lin dor mi ca te'.split(' ');
const MARKUP = [
  ...['<@U012AB3CD>', '<#C012AB3CD|open-doors>', '<https://example.org/a?b=1&amp;c=2|the plan>'],
  ...[
    '`npm run check`',
    ':white_check_mark:',
    'R&amp;D',
    '\n&gt; as you said\n',
    '*now*',
    'don’t',
    '—',
  ],
];

function proseOf(markdown: string): readonly string[] {
  return markdown
    .replaceAll(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)|[|#*<>[\]]/g, ' ')
    .replaceAll('&', '&amp;')
    .split(/\s+/)
    .filter(Boolean);
}

function rareWord(draw: Draw): string {
  return Array.from({ length: 2 + draw.below(3) }, () => draw.of(SYLLABLES)).join('');
}

type Draw = {
  below(most: number): number;
  of(some: readonly string[]): string;
  /** A place in a list of which each is as rare as it is far down. */
  rank(most: number): number;
};

/** The same lots in each run. */
function createDraw(): Draw {
  let seed = 7;
  const share = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return {
    below: (most) => Math.floor(share() * most),
    of: (some) => some[Math.floor(share() * some.length)] ?? '',
    rank: (most) => Math.floor(most ** share()) - 1,
  };
}
