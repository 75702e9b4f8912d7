// Preloaded into every Node process of a run at another instant: moves Date, and in the threads of workers their workflows.
import { isMainThread } from 'node:worker_threads';
import './shift-date.js';

if (!isMainThread) await import('./shift-workflows.js');
