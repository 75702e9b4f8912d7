// What can go wrong between console and API, as one error: the API's problems, and those of the way there.

export interface FieldError {
  path: string;
  message: string;
}

/** Codes of the API (api/http/problems.ts), and three of our own. */
export type ProblemCode = 'unreachable' | 'timeout' | 'unreadable' | (string & {});

interface Body {
  code?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
  requestId?: string;
}

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  /** 0 when no answer came. */
  readonly status: number;
  readonly detail: string | undefined;
  readonly fields: FieldError[];
  readonly requestId: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, status = 0, body: Body = {}, retryAfter?: number) {
    super(body.title ?? code);
    this.code = code;
    this.status = status;
    this.detail = body.detail;
    this.fields = body.errors ?? [];
    this.requestId = body.requestId;
    this.retryAfter = retryAfter;
  }

  /** True when the API may have done what was asked all the same, or may do it on another try. */
  get uncertain(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** The problem that an answer of the API tells of. */
export function problemOf(status: number, text: string, retryAfter: string | null): ApiProblem {
  const seconds = Number(retryAfter ?? Number.NaN);
  const wait = Number.isFinite(seconds) ? seconds : undefined;
  try {
    const body = JSON.parse(text) as Body;
    return new ApiProblem(body.code ?? 'unreadable', status, body, wait);
  } catch {
    return new ApiProblem('unreadable', status, {}, wait);
  }
}

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('unreadable', 0, { detail: String(error) });
}

/** What was thrown, when something was. */
export function problemIn(error: unknown): ApiProblem | undefined {
  return error ? asProblem(error) : undefined;
}

/** The words against the field of that path, or against one inside of it; undefined when there are none. */
export function fieldError(problem: ApiProblem | undefined, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
}
