// The examples of the reference: what running tests asked and were answered (`npm run examples`), put into the document.
import { readFileSync } from 'node:fs';

/** Who asked. */
const names = { anyone: 'Siapa pun', reporter: 'Pelapor', officer: 'Kantor', ops: 'Operasional' } as const;

export interface Example {
  as: keyof typeof names;
  path: Record<string, string>;
  query: Record<string, string>;
  body?: unknown;
  status: number;
  answer?: unknown;
}

interface Media {
  examples?: Record<string, { summary: string; value: unknown }>;
}
interface Operation {
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: { content?: Record<string, Media> };
  responses?: Record<string, { content?: Record<string, Media> }>;
}

/** By operation: `GET /v1/complaints/{number}`. */
export function keptExamples(): Record<string, Example[]> {
  return JSON.parse(readFileSync(new URL('./examples.json', import.meta.url), 'utf8')) as Record<
    string,
    Example[]
  >;
}

/** Puts them into the document, in place. */
export function addExamples(document: object): void {
  const { paths = {} } = document as { paths?: Record<string, Record<string, Operation>> };
  const kept = keptExamples();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      for (const example of kept[`${method.toUpperCase()} ${path}`] ?? []) addExample(operation, example);
    }
  }
}

function addExample({ parameters = [], requestBody, responses }: Operation, example: Example): void {
  const { as, path, query, body, status, answer } = example;
  for (const parameter of parameters) {
    const value = { path, query }[parameter.in]?.[parameter.name];
    if (value !== undefined) parameter.example ??= value;
  }
  const add = (media: Media | undefined, value: unknown) => {
    if (media && value !== undefined) (media.examples ??= {})[as] = { summary: names[as], value };
  };
  add(requestBody?.content?.['application/json'], body);
  add(responses?.[status]?.content?.['application/json'], answer);
}
