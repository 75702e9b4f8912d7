// The next page of a list, before one has come to its end; the button is for whoever does not scroll.
import { useEffect, useEffectEvent, useRef } from 'react';
import { More } from '../../shared/officers/more.tsx';
import classes from './desk.module.css';

/** So near the end, in pixels. */
const nearPx = 400;

export function AutoMore({ asked }: { asked: Parameters<typeof More>[0]['asked'] }) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage } = asked;
  const onNear = useEffectEvent(() => {
    if (!asked.isFetchingNextPage) void asked.fetchNextPage();
  });
  useEffect(() => {
    if (!hasNextPage || !end.current) return undefined;
    const scroller = end.current.parentElement;
    const scrolls = scroller && getComputedStyle(scroller).overflowY === 'auto';
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
      },
      { root: scrolls ? scroller : null, rootMargin: `0px 0px ${nearPx}px` },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={end} className={classes.states}>
      <More asked={asked} />
    </div>
  );
}
