// A kind of setting: reads one text in one way, and says what it takes.
import { z } from 'zod';

/** Reads what the environment holds; undefined means that it is not of this kind. */
export type Kind<T> = z.ZodType<T, string>;

interface Facts {
  /** What is allowed, as the end of "it takes …". */
  takes: string;
  /** Whether what it holds is shown to nobody. */
  secret: boolean;
}

const facts = z.registry<Facts>();

export function factsOf(kind: Kind<unknown>): Facts {
  return facts.get(kind) ?? { takes: 'a text', secret: false };
}

/** `read` gives undefined for what is not allowed. */
export function kind<T>(takes: string, read: (text: string) => T | undefined, secret = false): Kind<T> {
  const type = z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: takes });
    return z.NEVER;
  });
  return type.register(facts, { takes, secret });
}
