// All workflows of the worker.
export { complaint } from './complaint.ts';
export { courier } from './courier.ts';
export { recomputeAll } from './recompute-all.ts';
