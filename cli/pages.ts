// `npm run pages`: brings the table and the picture of the procedure in the docs up to date.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { withPages } from '../sop/texts/pages.ts';

const files = ['README.md', 'docs/sop-map.md'];
for (const file of files) writeFileSync(file, withPages(readFileSync(file, 'utf8')));
execFileSync('npx', ['biome', 'format', '--write', ...files], { stdio: 'inherit' });
