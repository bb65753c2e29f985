import { html } from '../html.js';
import { InlineParts } from './inline.js';

const RULE = /^\s*:?-+:?\s*$/;

/** Lines of `| cell | cell |`; the first names the columns. */
export function MarkdownTable({ lines, spansOf }) {
  const [head = [], ...rows] = lines.map(cellsOf).filter((cells) => !cells.every(isRule));
  const drawn = (text) => html`<${InlineParts} parts=${spansOf(text)} />`;
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label="Table">
    <table>
      <thead>
        <tr>${head.map((cell) => html`<th scope="col">${drawn(cell)}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${drawn(cell)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

function cellsOf(line) {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

function isRule(cell) {
  return RULE.test(cell);
}
