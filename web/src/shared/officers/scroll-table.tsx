// A table that scrolls by itself where the screen is too narrow, also by keyboard.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './table.module.css';

interface ScrollTableProps {
  caption: string;
  /** Looks other than those of a table of figures. */
  className?: string | undefined;
  children: ReactNode;
}

export function ScrollTable({ caption, className = classes.table, children }: ScrollTableProps) {
  const place = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const reachable = scrolls ? { role: 'group', tabIndex: 0, 'aria-label': caption } : {};
  return (
    <div ref={place} className={classes.scroll} {...reachable}>
      <table className={className}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
