import { type Draft, draft, oneNote, type Reading } from './draft.ts';
import { mainLanguage } from './main-language.ts';
import { parseJson } from './read-json.ts';
import type { NameOf } from './skos-names.ts';
import { innerNodes, literalsOf, namesOfDocument, nodesIn, type SkosNode } from './skos-node.ts';

type Vocabulary = {
  readonly names: NameOf;
  readonly language: string;
  readonly byId: ReadonlyMap<string, SkosNode>;
};

/** A SKOS vocabulary in JSON-LD: every concept, in the language that most have. */
export function readSkos(text: string): Reading {
  const parsed = parseJson(text);
  if ('problem' in parsed) return parsed;
  const names = namesOfDocument(parsed.value);
  const concepts = conceptsAmong(nodesIn(parsed.value, names));
  const language = mainLanguage(
    concepts.map((one) => literalsOf(one, 'prefLabel').map((label) => label.language)),
  );
  const vocabulary = { names, language, byId: new Map(concepts.map((one) => [one.id, one])) };
  return { drafts: concepts.map((one, at) => conceptDraft(at + 1, one, vocabulary)) };
}

/** A concept may be named in several places: the place that says most is the one. */
function conceptsAmong(nodes: readonly SkosNode[]): readonly SkosNode[] {
  const found = new Map<unknown, SkosNode>();
  for (const node of nodes.filter(isConcept)) {
    const key = node.id || node;
    const known = found.get(key);
    if (!known || known.values.size < node.values.size) found.set(key, node);
  }
  return [...found.values()];
}

function isConcept(node: SkosNode): boolean {
  if (node.types.includes('Concept')) return true;
  const isGroup = node.types.some((type) =>
    /^(?:ConceptScheme|(?:Ordered)?Collection)$/.test(type),
  );
  return !isGroup && literalsOf(node, 'prefLabel').length > 0;
}

function conceptDraft(line: number, concept: SkosNode, vocabulary: Vocabulary): Draft {
  const texts = (...names: readonly string[]) =>
    names.flatMap((name) => inLanguage(concept, name, vocabulary.language));
  const label = prefLabelOf(concept, vocabulary);
  const isDeprecated = literalsOf(concept, 'owl:deprecated').some(({ text }) => text === 'true');
  return draft({
    line,
    term: texts('own:term')[0] ?? label,
    definition: (texts('definition')[0] ? texts('definition') : texts('dct:description')).join(
      '\n',
    ),
    status: texts('own:status')[0] ?? (isDeprecated ? 'deprecated' : ''),
    preferredLabel: texts('own:preferredLabel')[0] ?? '',
    aliases: texts('altLabel'),
    deprecatedLabels: texts('hiddenLabel'),
    scopeNote: oneNote(texts('scopeNote', 'note', 'editorialNote')),
    example: oneNote(texts('example')),
    resolution: texts('own:resolution')[0] ?? '',
    replacedBy: texts('own:replacedBy')[0] ?? replacementOf(concept, vocabulary),
    usages: saidIn(concept, 'own:usage', vocabulary).map((said) => ({
      organization: said('own:organization'),
      relation: said('own:relation'),
      meaning: said('own:meaning'),
    })),
    sayInstead: saidIn(concept, 'own:sayInstead', vocabulary).map(
      (said) => [said('own:organization'), said('own:label')] as const,
    ),
  });
}

function saidIn(concept: SkosNode, property: string, { names }: Vocabulary) {
  return innerNodes(concept, property, names).map(
    (node) => (name: string) => literalsOf(node, name)[0]?.text ?? '',
  );
}

function prefLabelOf(concept: SkosNode, { language }: Vocabulary): string {
  return (
    inLanguage(concept, 'prefLabel', language)[0] ?? literalsOf(concept, 'prefLabel')[0]?.text ?? ''
  );
}

function replacementOf(concept: SkosNode, vocabulary: Vocabulary): string {
  const [other] = innerNodes(concept, 'dct:isReplacedBy', vocabulary.names);
  const known = other && vocabulary.byId.get(other.id);
  return known ? prefLabelOf(known, vocabulary) : '';
}

function inLanguage(node: SkosNode, name: string, language: string): readonly string[] {
  return literalsOf(node, name)
    .filter((literal) => literal.language === language || literal.language === '')
    .map(({ text }) => text);
}
