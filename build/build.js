// @ts-check
// `npm run build`: makes `dist/` anew, fresh or not.
import { build } from './bundle.js';

await build();
