// All workflows of the worker.
export { complaint } from './complaint.ts';
export { consultation } from './consultation.ts';
export { courier } from './courier.ts';
export { recap, reconcile, slaDigest, weekly } from './scheduled.ts';
export { recomputeAll } from './recompute-all.ts';
export { succeedAll } from './succeed-all.ts';
