import { OWN_NAMESPACE, SKOS_NAMESPACE } from './skos-names.ts';
import type { TermRecord } from './term-record.ts';
import type { About } from './write-glossary.ts';

/** The whole context, so that nothing has to be fetched to understand the file. */
const CONTEXT = {
  '@version': 1.1,
  skos: SKOS_NAMESPACE,
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  own: OWN_NAMESPACE,
  prefLabel: 'skos:prefLabel',
  altLabel: 'skos:altLabel',
  hiddenLabel: 'skos:hiddenLabel',
  definition: 'skos:definition',
  scopeNote: 'skos:scopeNote',
  example: 'skos:example',
  changeNote: 'skos:changeNote',
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  deprecated: 'owl:deprecated',
  title: 'dct:title',
  issued: { '@id': 'dct:issued', '@type': 'xsd:date' },
  term: 'own:term',
  status: 'own:status',
  preferredLabel: 'own:preferredLabel',
  resolution: 'own:resolution',
  replacedBy: 'own:replacedBy',
  usage: 'own:usage',
  sayInstead: 'own:sayInstead',
  organization: 'own:organization',
  meaning: 'own:meaning',
  relation: 'own:relation',
  label: 'own:label',
};

const SCHEME = 'urn:x-common-ground:glossary';

/** SKOS in JSON-LD 1.1. The preferred word is the prefLabel; the term then is an altLabel beside it. */
export function writeSkos(records: readonly TermRecord[], about: About): string {
  const scheme = {
    '@id': SCHEME,
    '@type': 'skos:ConceptScheme',
    title: about.partnershipName,
    issued: about.on,
  };
  const graph = [scheme, ...records.map(conceptOf)];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, undefined, 2)}\n`;
}

function conceptOf(record: TermRecord) {
  const { term, preferredLabel, status, replacedBy, usages, sayInstead } = record;
  const isOther = preferredLabel !== undefined && preferredLabel !== term;
  const altLabel = [...(isOther ? [term] : []), ...(record.aliases ?? [])];
  return {
    '@id': `urn:x-common-ground:term:${encodeURIComponent(term)}`,
    '@type': 'skos:Concept',
    inScheme: SCHEME,
    prefLabel: preferredLabel ?? term,
    term,
    altLabel: altLabel.length > 0 ? altLabel : undefined,
    hiddenLabel: record.deprecatedLabels,
    definition: record.definition || undefined,
    scopeNote: record.scopeNote,
    example: record.example,
    changeNote: changeNoteOf(record),
    deprecated: status === 'deprecated' || undefined,
    status,
    preferredLabel,
    resolution: record.resolution,
    replacedBy,
    usage: usages?.map(({ organization, relation, meaning }) => ({
      organization,
      relation,
      ...(meaning && { meaning }),
    })),
    sayInstead:
      sayInstead &&
      Object.entries(sayInstead).map(([organization, label]) => ({ organization, label })),
  };
}

function changeNoteOf({ status, replacedBy }: TermRecord): string | undefined {
  if (replacedBy) return `Replaced by ${replacedBy}.`;
  return status === 'deprecated' ? 'Not to be used any more.' : undefined;
}
