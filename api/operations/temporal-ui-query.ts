// What the Temporal UI sends by POST and only looks: wherever it is shown to look and not to touch, this is let through.

/** A query changes nothing. It shows a workflow's current details. Its parts are named as a route names them. */
export const queryPath = '/api/v1/namespaces/:namespace/workflows/:workflow/query/:query';
