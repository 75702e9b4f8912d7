// The order of files where nothing is known of earlier runs, as in a clean clone: the longest first.
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Longer than half a minute, or begun last by their size; who waits and who works in turn, so that the cores have
 * something to do and no file is left alone at the end. vitest's own order is by size, which says little here.
 */
const long = [
  'local/cli',
  'faults/moving',
  'days',
  'api/http/away',
  'e2e/oversight-pages',
  'faults/restart',
  'e2e/office/office-access',
  'db/year',
  'faults/tracing',
  'e2e/five-people',
  'api/live/live',
  'e2e/rules',
  'e2e/oversight',
  'e2e/following',
  'api/attachments/attachment-faults',
  'e2e/pages',
  'workflows/watching/traced',
  'faults/policy-file',
  'e2e/sign-in',
  'api/complaints/drill',
  'e2e/beside/disposed',
  'replay/replay',
  'e2e/beside/consultations',
  'api/http/fuzz',
].map((name) => `test/${name}.test.ts`);

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
