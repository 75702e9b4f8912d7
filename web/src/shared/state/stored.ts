// Words kept in the browser; a browser that keeps none (private mode, full, forbidden) does no harm.

export interface Stored<T> {
  read: () => T | null;
  /** False when the browser did not keep it. */
  write: (value: T) => boolean;
  clear: () => void;
}

/** Kept until cleared (`local`), or until the tab is closed (`tab`). */
export function stored(name: string, where: 'local' | 'tab' = 'local'): Stored<string> {
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(where === 'local' ? localStorage : sessionStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => attempt((storage) => storage.getItem(name), null),
    write: (value) =>
      attempt((storage) => {
        storage.setItem(name, value);
        return true;
      }, false),
    clear: () => attempt((storage) => storage.removeItem(name), undefined),
  };
}

/** The same for what JSON carries; what cannot be read is as good as nothing. */
export function storedJson<T>(name: string, where?: 'local' | 'tab'): Stored<T> {
  const { read, write, clear } = stored(name, where);
  return {
    read: () => {
      try {
        return JSON.parse(read() ?? 'null') as T | null;
      } catch {
        return null;
      }
    },
    write: (value) => write(JSON.stringify(value)),
    clear,
  };
}
