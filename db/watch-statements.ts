// Lets one watcher see every statement of this process, from when it is asked for to its end; never its parameters.
import postgres from 'postgres';

/** Called when a statement is asked for; what it gives is called once, with the statement's text, at its end. */
type Watcher = () => ((text: string, error?: unknown) => void) | undefined;

/** What postgres.js keeps of a statement. It has a hook for the sending (`debug`) and none for the end. */
interface Query {
  executed: boolean;
  strings: readonly string[];
  /** With $1 and so on in the place of parameters; there once it was sent. */
  string?: string;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
  handle: () => Promise<void>;
}

/** Watches from now on, in every pool. */
export function watchStatements(watcher: Watcher): void {
  // The class is not exported. Neither this pool nor its statement ever reaches for a database.
  const prototype = Object.getPrototypeOf(postgres()`select 1`) as Query;
  const { handle } = prototype;
  prototype.handle = function watched(this: Query) {
    const ended = this.executed ? undefined : watcher();
    if (ended) atTheEnd(this, ended);
    return handle.call(this);
  };
}

function atTheEnd(query: Query, ended: (text: string, error?: unknown) => void): void {
  const text = () => query.string ?? query.strings.join('?');
  let over = false;
  for (const way of ['resolve', 'reject'] as const) {
    let settle = query[way];
    Object.defineProperty(query, way, {
      get: () => (value: unknown) => {
        if (!over) ended(text(), way === 'reject' ? value : undefined);
        over = true;
        settle(value);
      },
      // A cursor puts others in their place with each batch.
      set: (other: typeof settle) => {
        settle = other;
      },
    });
  }
}
