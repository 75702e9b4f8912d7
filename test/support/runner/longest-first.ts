// The order of files where nothing is known of earlier runs, as in a clean clone: the longest first.
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Those of half a minute and more, and what is small but slow. In each line one that mostly waits, for a server that is
 * away or a process that was killed, and two that keep the cores busy.
 */
const long = [
  ['local/cli', 'e2e/oversight-pages', 'e2e/office/office-access'],
  ['faults/moving', 'days', 'e2e/five-people'],
  ['faults/drill', 'faults/engines'],
  ['api/http/away', 'e2e/rules', 'e2e/oversight'],
  ['faults/restart', 'e2e/following', 'db/year'],
  ['faults/restore', 'e2e/map', 'faults/mending'],
  ['api/live/live', 'e2e/office/office-lists', 'e2e/office/office'],
  ['faults/tracing', 'e2e/operations', 'e2e/pages'],
  ['api/attachments/attachment-faults', 'e2e/sign-in', 'replay/replay'],
  ['workflows/watching/traced', 'e2e/beside/disposed', 'sop/reachable'],
  ['faults/policy-file', 'faults/engines', 'e2e/beside/additions', 'e2e/beside/consultations'],
  ['api/complaints/drill', 'e2e/filing', 'api/http/fuzz'],
]
  .flat()
  .map((name) => `test/${name}.test.ts`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const nameOf = ({ moduleId }: TestSpecification) => relative(this.ctx.config.root, moduleId);
    const isKnown = (file: TestSpecification) =>
      this.ctx.cache.getFileTestResults(`${file.project.name}:${nameOf(file)}`) !== undefined;
    if (files.some(isKnown)) return usual;
    const place = (file: TestSpecification) => long.indexOf(nameOf(file)) + 1 || long.length + 1;
    return usual.toSorted((a, b) => place(a) - place(b));
  }
}
