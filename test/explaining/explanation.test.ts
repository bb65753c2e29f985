import { describe, expect, test } from 'vitest';
import { explanationOf } from '../../src/explaining/explanation.ts';
import { type Entry, seenBy } from '../../src/glossary/entry.ts';

const agreed = (definition: string, more = {}) => ({
  version: 1,
  content: { definition, ...more },
  agreedAt: new Date('2026-05-01'),
});

const open = (definition: string, objections = 0): NonNullable<Entry['open']> => ({
  version: 2,
  content: { definition },
  organizationId: 'city',
  editorial: false,
  hasCarried: false,
  dueAt: undefined,
  stances: Array.from({ length: objections }, () => ({
    organizationId: 'quill',
    slackUserId: 'U1',
    name: 'Lena',
    kind: 'object',
    reason: 'No',
    mayCount: true,
  })),
});

const usage = (
  organizationId: string,
  meaning: string,
  relation: 'same' | 'not_used' = 'same',
) => ({
  organizationId,
  meaning,
  relation,
});

function entryOf(more: Partial<Entry>): Entry {
  return {
    id: '1',
    text: 'POC',
    conflict: undefined,
    isCollecting: false,
    labels: [],
    agreed: undefined,
    open: undefined,
    usages: [],
    answered: [],
    latestVersion: 1,
    ...more,
  };
}

const explained = (more: Partial<Entry>, viewer?: string) =>
  explanationOf(seenBy(entryOf(more), viewer), []);

describe('what is said of a term', () => {
  test('that is agreed: its meaning, without the words that led there', () =>
    expect(
      explained({ agreed: agreed('A contact'), usages: [usage('city', 'Who you call')] }),
    ).toMatchObject({
      status: 'agreed',
      agreed: { definition: 'A contact' },
      proposed: undefined,
      senses: [],
    }));

  test('that is agreed and changing: what stands', () =>
    expect(explained({ agreed: agreed('A contact'), open: open('Another') })).toMatchObject({
      status: 'agreed',
      isChanging: true,
      proposed: undefined,
    }));

  test('that one organization does not use: that it does not', () =>
    expect(
      explained({ agreed: agreed('A contact'), usages: [usage('quill', '', 'not_used')] })?.senses,
    ).toEqual([usage('quill', '', 'not_used')]));

  test('that is proposed or disputed: that it is not agreed, and who puts what forward', () => {
    const city = { organizationId: 'city', definition: 'A contact' };
    const usages = [usage('city', 'a contact.')];
    expect(explained({ open: open('A contact'), usages })).toMatchObject({
      status: 'proposed',
      proposed: city,
      senses: [],
    });
    expect(explained({ open: open('A contact', 1) })).toMatchObject({
      status: 'disputed',
      proposed: city,
    });
  });

  test('of several ideas: each of them, and nothing twice', () => {
    const usages = [usage('city', 'A contact'), usage('quill', 'A trial build')];
    expect(explained({ conflict: 'homonym', usages, open: open('A contact') })).toMatchObject({
      isHomonym: true,
      proposed: undefined,
      senses: usages,
    });
    expect(explained({ conflict: 'homonym', usages, agreed: agreed('A contact') })?.senses).toEqual(
      usages,
    );
  });

  test('that was withdrawn: what each means, and nothing where nobody does', () => {
    const usages = [usage('city', 'A contact')];
    expect(explained({ usages })).toMatchObject({ status: 'withdrawn', senses: usages });
    expect(explained({})).toBeUndefined();
  });

  test('that is retired: that it is', () =>
    expect(
      explained({ agreed: agreed('A contact', { deprecated: true, replacedBy: 'lead' }) }),
    ).toMatchObject({ status: 'deprecated', agreed: { replacedBy: 'lead' } }));
});

describe('while meanings are compared', () => {
  const compared = {
    isCollecting: true,
    open: open('The contact of the City'),
    usages: [usage('city', 'The contact of the City'), usage('quill', 'A trial build')],
  };

  test.each([
    ['city', ['The contact of the City']],
    ['quill', ['A trial build']],
    ['lantern', []],
    [undefined, []],
  ])('%s sees its own meaning only', (viewer, meanings) => {
    const explanation = explained(compared, viewer);
    expect(explanation).toMatchObject({ status: 'compared', proposed: undefined });
    expect(explanation?.senses.map(({ meaning }) => meaning)).toEqual(meanings);
  });

  test('what was agreed before stands', () =>
    expect(explained({ ...compared, agreed: agreed('Agreed') }, 'lantern')).toMatchObject({
      status: 'compared',
      agreed: { definition: 'Agreed' },
      senses: [],
    }));
});
