// Preloaded into every Node process of a run at another instant: moves Date, and in workers their workflows.
import './shift-date.js';

if (process.argv.some((one) => /^worker$|\/worker\.js$/.test(one))) await import('./shift-workflows.js');
