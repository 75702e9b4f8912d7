// Words kept in the browser; a browser that keeps none (private mode, full, forbidden) does no harm.

export interface Stored {
  read: () => string | null;
  /** False when the browser did not keep it. */
  write: (value: string) => boolean;
  clear: () => void;
}

/** Kept until cleared (`local`), or until the tab is closed (`tab`). */
export function stored(name: string, where: 'local' | 'tab' = 'local'): Stored {
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
