// XES (IEEE 1849): the record as an event log, a trace a complaint.
import escape from 'escape-html';
import type { Cell, ExportRow } from '../../db/figures/export-rows.ts';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="2.0" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <classifier name="Activity" keys="concept:name"/>
`;

function attribute(key: string, cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return `<date key="${key}" value="${cell.toISOString()}"/>`;
  if (typeof cell === 'number') return `<int key="${key}" value="${cell}"/>`;
  return `<string key="${key}" value="${escape(String(cell))}"/>`;
}

/** Rows in order of case and time. */
export async function* xes(batches: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  yield head;
  let trace: Cell | undefined;
  for await (const rows of batches) {
    let part = '';
    for (const row of rows) {
      if (row.caseId !== trace) {
        if (trace !== undefined) part += '  </trace>\n';
        trace = row.caseId;
        part += `  <trace>${attribute('concept:name', trace)}${attribute('kind', row.kind)}${attribute('references', row.references)}${attribute('rating', row.rating)}\n`;
      }
      const { activity, timestamp, resource, role, step, clock, via, refusedAction, refusedCode } = row;
      part += `    <event>${attribute('concept:name', activity)}${attribute('time:timestamp', timestamp)}`;
      part += `${attribute('org:resource', resource)}${attribute('org:role', role)}${attribute('step', step)}${attribute('clock', clock)}`;
      part += `${attribute('consultation', row.consultation)}${attribute('duplicateOf', row.duplicateOf)}`;
      part += `${attribute('via', via)}${attribute('refused:action', refusedAction)}${attribute('refused:code', refusedCode)}</event>\n`;
    }
    yield part;
  }
  yield `${trace === undefined ? '' : '  </trace>\n'}</log>\n`;
}
