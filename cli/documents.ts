// `npm run documents`: brings the parts of documents that are written by what they tell of up to date.
import { writeFileSync } from 'node:fs';
import { documents } from './shared/documents.ts';

for (const [file, text] of documents()) writeFileSync(file, text);
