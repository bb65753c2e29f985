/** What people call the columns, by what they stand for; the surest names come first. */
export const COLUMN_NAMES = {
  term: [
    ...['term', 'terms', 'term text', 'headword', 'word', 'acronym', 'abbreviation', 'abbr'],
    ...[
      'initialism',
      'short form',
      'label',
      'pref label',
      'concept',
      'entry',
      'key',
      'name',
      'title',
    ],
    ...['begriff', 'wort', 'abkurzung', 'kurzel', 'terme', 'mot', 'sigle', 'abreviation'],
    ...['termino', 'palabra', 'sigla', 'siglas', 'abreviatura', 'termo', 'termine', 'parola'],
    ...['begrip', 'afkorting', 'forkortelse', 'forkortning', '用語', '术语', '용어', 'термин'],
  ],
  definition: [
    ...[
      'definition',
      'definitions',
      'agreed definition',
      'meaning',
      'what it means',
      'description',
    ],
    ...['explanation', 'def', 'desc'],
    ...['bedeutung', 'beschreibung', 'erklarung', 'signification', 'explication', 'definicion'],
    ...['significado', 'descripcion', 'definicao', 'descricao', 'definizione', 'significato'],
    ...[
      'definitie',
      'betekenis',
      'omschrijving',
      'betydning',
      'beskrivelse',
      '定義',
      '定义',
      'определение',
    ],
  ],
  longForm: [
    ...[
      'stands for',
      'expansion',
      'full form',
      'long form',
      'full name',
      'full term',
      'spelled out',
    ],
    ...['spelt out', 'in full', 'langform', 'forme longue', 'forma completa'],
  ],
  preferredLabel: [
    ...['preferred label', 'preferred', 'preferred word', 'preferred term', 'we say', 'say'],
    ...['vorzugsbenennung', 'terme prefere', 'termino preferido'],
  ],
  aliases: [
    ...['aliases', 'alias', 'synonyms', 'synonym', 'also known as', 'aka', 'a k a', 'other names'],
    ...[
      'other words',
      'alternative labels',
      'alternative label',
      'alt label',
      'alt labels',
      'variants',
    ],
    ...[
      'alternatives',
      'alternate names',
      'synonyme',
      'synonymes',
      'sinonimos',
      'sinonimo',
      'sinonimi',
    ],
  ],
  deprecatedLabels: [
    ...['deprecated labels', 'deprecated label', 'hidden label', 'hidden labels', 'do not say'],
    ...['do not use', 'don t say', 'don t use', 'avoid', 'deprecated terms', 'forbidden terms'],
  ],
  scopeNote: [
    ...['scope note', 'scope notes', 'where it applies', 'scope', 'applies to', 'note', 'notes'],
    ...['comment', 'comments', 'remark', 'remarks', 'context note', 'hinweis', 'anmerkung'],
    ...['bemerkung', 'remarque', 'remarques', 'nota', 'notas', 'note d application'],
  ],
  example: [
    ...['example', 'examples', 'example sentence', 'used in a sentence', 'eg', 'e g', 'context'],
    ...[
      'beispiel',
      'beispiele',
      'exemple',
      'exemples',
      'ejemplo',
      'ejemplos',
      'esempio',
      'exemplo',
    ],
  ],
  status: ['status', 'state', 'estado', 'statut', 'stato'],
  resolution: ['resolution', 'resolved by', 'how it was resolved'],
  replacedBy: ['replaced by', 'use instead', 'superseded by', 'is replaced by', 'see instead'],
} as const;

/** Names that mean this only where no column has a better one: a “Name” beside terms is somebody's. */
export const LAST_RESORT = {
  term: ['label', 'pref label', 'concept', 'entry', 'key', 'name', 'title'],
  definition: ['details', 'value', 'text'],
} as const;

export const ORGANIZATION_NAMES = {
  usage: ['usage', 'use', 'meaning', 'means', 'definition', 'used as'],
  relation: ['relation', 'relation to the definition'],
  sayInstead: ['say instead', 'says instead', 'instead'],
} as const;

export type Field = keyof typeof COLUMN_NAMES;
export type OrganizationField = keyof typeof ORGANIZATION_NAMES;
