// `npm run settings`: writes the README's tables and `.env.example` anew.
import { readFile, writeFile } from 'node:fs/promises';
import { example, withTables } from './document.ts';

await writeFile('README.md', withTables(await readFile('README.md', 'utf8')));
await writeFile('.env.example', example());
