import { invalid, refuse } from './api-refusal.ts';
import { documentOf } from './canvas-document.ts';
import { insertSections, replaceSection, sectionsOf } from './canvas-sections.ts';
import { isObject } from './complaints.ts';
import type { Simulation } from './simulation.ts';
import type { CanvasSection, Json, StoredCanvas } from './state.ts';

const FAILURE = 'canvas_editing_failed';

export function changeCanvas(sim: Simulation, canvas: StoredCanvas, change: unknown): void {
  if (!isObject(change)) invalid('must provide an object', '/changes/0');
  if (change.operation === 'rename') canvas.title = titleOf(change);
  else canvas.sections = changedSections(sim, canvas, change);
}

function changedSections(sim: Simulation, canvas: StoredCanvas, change: Json): CanvasSection[] {
  const { sections } = canvas;
  const given = (): CanvasSection[] => sectionsOf(neededDocument(change), sim.newId);
  const target = (): number => targetOf(canvas, change);
  switch (change.operation) {
    case 'insert_at_start':
      return insertSections(sections, 0, given());
    case 'insert_at_end':
      return insertSections(sections, sections.length, given());
    case 'insert_before':
      return insertSections(sections, target(), given());
    case 'insert_after':
      return insertSections(sections, target() + 1, given());
    case 'replace':
      return change.section_id === undefined
        ? given()
        : replaceSection(sections, target(), given());
    case 'delete':
      return sections.toSpliced(target(), 1);
    default:
      return invalid('must be a valid enum value', '/changes/0/operation');
  }
}

function neededDocument(change: Json): string {
  const markdown = documentOf(change.document_content, FAILURE);
  return markdown ?? invalid('missing required field: document_content', '/changes/0');
}

function targetOf(canvas: StoredCanvas, { section_id }: Json): number {
  if (section_id === undefined) return invalid('missing required field: section_id', '/changes/0');
  const at = canvas.sections.findIndex(({ id }) => id === section_id);
  return at < 0 ? refuse(FAILURE, { detail: `Section ${section_id} was not found` }) : at;
}

function titleOf(change: Json): string {
  const title = documentOf(change.title_content, FAILURE);
  return title?.trim() || invalid('missing required field: title_content', '/changes/0');
}
