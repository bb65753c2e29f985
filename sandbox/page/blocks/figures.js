import { html } from '../html.js';
import { RichText } from './rich-text.js';

/** A table of cells; its first row names the columns. */
export function TableBlock({ block }) {
  const [head = [], ...rows] = block.rows;
  const alignOf = (index) => `align-${block.column_settings?.[index]?.align ?? 'left'}`;
  const row = (cells, tag) => html`
    <tr>
      ${cells.map((cell, index) =>
        tag === 'th'
          ? html`<th scope="col" class=${alignOf(index)}><${Cell} cell=${cell} /></th>`
          : html`<td class=${alignOf(index)}><${Cell} cell=${cell} /></td>`,
      )}
    </tr>
  `;
  return html`
    <div class="table-wrap" tabindex="0" role="region" aria-label=${block.caption ?? 'Table'}>
      <table>
        ${block.caption && html`<caption>${block.caption}</caption>`}
        <thead>${row(head, 'th')}</thead>
        <tbody>${rows.map((cells) => row(cells, 'td'))}</tbody>
      </table>
    </div>
  `;
}

function Cell({ cell }) {
  if (cell.type === 'rich_text') return html`<${RichText} block=${cell} />`;
  return String(cell.text ?? cell.value ?? '');
}

/** A chart's numbers: what the chart says, without drawing it. */
export function ChartBlock({ block }) {
  const { chart, title } = block;
  const cell = (text) => ({ type: 'raw_text', text });
  if (chart.type === 'pie') {
    const rows = chart.segments.map(({ label, value }) => [cell(label), cell(value)]);
    const head = [cell(''), cell('Value')];
    return html`<${TableBlock} block=${{ caption: title, rows: [head, ...rows] }} />`;
  }
  const { categories = [], x_label = '' } = chart.axis_config ?? {};
  const head = [cell(x_label), ...chart.series.map(({ name }) => cell(name))];
  const rows = categories.map((category, index) => [
    cell(category),
    ...chart.series.map(({ data }) => cell(data[index]?.value)),
  ]);
  return html`<${TableBlock} block=${{ caption: title, rows: [head, ...rows] }} />`;
}
