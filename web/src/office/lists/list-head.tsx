// The head of a list: its name, how many, what is urgent, and how close its rows stand.
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../shared/page/page.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import { useDensity } from '../frame/density.ts';
import { OfficeLiveBadge } from '../live.tsx';
import classes from './desk.module.css';

/** The page's own heading, as long as no report is open beside the list. */
function Heading({ title }: { title: string }) {
  const heading = usePageTitle(title);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}

function DensitySwitch() {
  const { density: texts } = useOfficeTexts().frame;
  const [density, choose] = useDensity();
  const other = density === 'dense' ? 'comfortable' : 'dense';
  const Icon = other === 'dense' ? IconBaselineDensitySmall : IconBaselineDensityMedium;
  return (
    <button
      type="button"
      className={classes.density}
      aria-label={texts[other]}
      title={texts[other]}
      onClick={() => choose(other)}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

interface ListHeadProps {
  title: string;
  /** A report is open beside it. */
  beside: boolean;
  counts: ReactNode;
  /** The views that are kept of it, and what else there is to it. */
  views: ReactNode;
  tools: ReactNode;
  children: ReactNode;
}

export function ListHead({ title, beside, counts, views, tools, children }: ListHeadProps) {
  return (
    <header className={`${classes.head} no-print`} role="presentation">
      <div className={classes.title}>
        {beside ? <h2>{title}</h2> : <Heading title={title} />}
        {counts}
        {views}
        <div className={classes.tools}>
          {tools}
          <DensitySwitch />
          {!beside && <OfficeLiveBadge />}
        </div>
      </div>
      {children}
    </header>
  );
}
