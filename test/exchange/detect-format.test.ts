import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../src/exchange/formats/detect-format.ts';

describe('what a text is', () => {
  test.each([
    ['Term,Definition\nMOU,x', undefined, 'csv'],
    ['Term\tDefinition\nMOU\tx', undefined, 'tsv'],
    ['MOU\tx\nCBO\ty', undefined, 'tsv'],
    ['MOU = x', undefined, 'lines'],
    ['MOU = x, y\nCBO = z, and more', undefined, 'lines'],
    ['MOU: x', undefined, 'lines'],
    ['MOU, x, and y\nCBO, z', undefined, 'csv'],
    ['MOU = x', 'terms.csv', 'csv'],
    ['MOU = x', 'terms.tsv', 'csv'],
    ['MOU = x', 'terms.tab', 'csv'],
    ['<b>MOU</b>\tx', 'terms.tab', 'tsv'],
    ['- term: MOU\n  definition: x', undefined, 'yaml'],
    ['# ours\nterms:\n  - term: MOU', undefined, 'yaml'],
    ['---\nMOU: x', undefined, 'yaml'],
    ['- MOU: x', undefined, 'lines'],
    ['MOU: x', 'terms.yml', 'yaml'],
    ['[{"term":"MOU"}]', 'terms.txt', 'json'],
    ['{"MOU":"x"}', undefined, 'json'],
    ['{"MOU":"x"', 'terms.json', 'json'],
    ['[MOU] = x', undefined, 'lines'],
    ['{"@graph":[]}', 'terms.json', 'skos'],
    ['[{"@id":"x"}]', undefined, 'skos'],
    ['<?xml version="1.0"?><tbx/>', 'terms.txt', 'tbx'],
    ['<martif/>', undefined, 'tbx'],
  ])('%s (%s) is %s', (text, fileName, format) => {
    expect(detectFormat(text, fileName)).toBe(format);
  });
});
