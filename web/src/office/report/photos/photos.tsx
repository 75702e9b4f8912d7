// Photos as one sees them: small in a row, whole in a dialog, the next and the one before by arrow keys.
import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Attachment } from '../../../api/types.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { Dialog } from '../../../shared/officers/frame/dialog.tsx';
import { fileHref } from '../use-attachments.ts';
import classes from './photos.module.css';

/** None that is withheld, or that a virus scanner keeps back. */
function isPhoto({ mediaType, copy, scan }: Attachment): boolean {
  return mediaType.startsWith('image/') && copy !== 'withheld' && scan === undefined;
}

interface ViewProps {
  number: string;
  photos: readonly Attachment[];
  at: number;
  onMove: (to: number) => void;
  onClose: () => void;
}

function View({ number, photos, at, onMove, onClose }: ViewProps) {
  const { report, frame } = useOfficeTexts();
  const photo = photos[at];
  const onKey = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft' && at > 0) onMove(at - 1);
    if (key === 'ArrowRight' && at < photos.length - 1) onMove(at + 1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  if (!photo) return null;
  return (
    <Dialog onClose={onClose} size="xl" title={report.photos.of(at + 1, photos.length, photo.name)}>
      <div className={classes.view}>
        <img src={fileHref(number, photo)} alt={photo.name} />
        <div className={classes.walk}>
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={18} aria-hidden />}
            disabled={at === 0}
            onClick={() => onMove(at - 1)}
          >
            {report.previous}
          </Button>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={18} aria-hidden />}
            disabled={at === photos.length - 1}
            onClick={() => onMove(at + 1)}
          >
            {report.next}
          </Button>
          <Button
            variant="default"
            component="a"
            href={fileHref(number, photo)}
            download={photo.name}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {report.photos.save}
          </Button>
          <Button onClick={onClose} data-autofocus>
            {frame.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Of these files those that are photos; nothing without any. */
export function Photos({ number, files }: { number: string; files: readonly Attachment[] }) {
  const { photos: texts } = useOfficeTexts().report;
  const [at, setAt] = useState<number>();
  const photos = files.filter(isPhoto);
  if (photos.length === 0) return null;
  return (
    <>
      <ul className={classes.row}>
        {photos.map((photo, n) => (
          <li key={photo.id}>
            <button type="button" aria-label={texts.open(photo.name)} onClick={() => setAt(n)}>
              <img src={fileHref(number, photo)} alt="" loading="lazy" decoding="async" />
            </button>
          </li>
        ))}
      </ul>
      {at !== undefined && (
        <View number={number} photos={photos} at={at} onMove={setAt} onClose={() => setAt(undefined)} />
      )}
    </>
  );
}
