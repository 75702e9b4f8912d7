// Who may see the report.
import type { whoSees as indonesian } from '../../id/reporter/who-sees.ts';

export const whoSees: typeof indonesian = {
  title: 'Change who may see it',
  save: 'Save',
  done: 'Saved',
};
