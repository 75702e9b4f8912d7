// Says that the browser has no network.
import { IconWifiOff } from '@tabler/icons-react';
import { useOnline } from '../shared/state/online.ts';
import { useTexts } from '../texts/texts.tsx';
import classes from './frame.module.css';

export function OfflineBanner() {
  const { shell } = useTexts();
  const online = useOnline();
  return (
    <div role="status" className={`${classes.line} no-print`} data-offline={!online}>
      {!online && (
        <p className={classes.offline}>
          <IconWifiOff size={20} aria-hidden /> {shell.offline}
        </p>
      )}
    </div>
  );
}
