// How large something is drawn.
import { useCallback, useState } from 'react';

export interface Size {
  width: number;
  height: number;
}

/** In pixels; nothing until it is drawn. `ref` goes to the element. */
export function useSize(): Size & { ref: (element: HTMLElement | null) => (() => void) | undefined } {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ...size, ref };
}
