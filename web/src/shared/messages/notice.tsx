// A framed message: good, info, warn or bad.
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

type Tone = 'good' | 'info' | 'warn' | 'bad';

const icons = { good: IconCircleCheck, info: IconInfoCircle, warn: IconAlertTriangle, bad: IconCircleX };

interface NoticeProps {
  tone: Tone;
  title?: ReactNode;
  /** Read out when it appears. */
  announce?: boolean;
  children?: ReactNode;
}

export function Notice({ tone, title, announce = false, children }: NoticeProps) {
  const Icon = icons[tone];
  const role = tone === 'bad' ? 'alert' : 'status';
  return (
    <div className={classes.notice} data-tone={tone} role={announce ? role : undefined}>
      <Icon className={classes.icon} size={22} aria-hidden />
      <div className={classes.words}>
        {title && <p className={classes.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
