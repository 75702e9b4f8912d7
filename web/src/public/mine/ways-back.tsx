// Ways back to a report: a square for another device, a link to copy, a message to send, with the key only where wished.
import { Button } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { CopyButton } from '../../shared/forms/copy-button.tsx';
import card from '../../shared/page/card.module.css';
import { orNothing } from '../../shared/page/or-nothing.ts';
import { useMineTexts } from '../../texts/ways.ts';
import { CheckCard } from '../check-card.tsx';
import classes from './mine.module.css';
import { linkTo } from './pass.ts';
import Square from '../../shared/square/square.tsx';

const EndKey = orNothing(() => import('../renewal/end-key.tsx'));

interface WaysBackProps {
  number: string;
  reportKey: string;
  /** Goes on with another key of it; absent: it was just filed. */
  open?: (number: string, accessKey: string) => void;
}

export default function WaysBack({ number, reportKey, open }: WaysBackProps) {
  const texts = useMineTexts();
  const [withKey, setWithKey] = useState(false);
  const link = linkTo(number, withKey ? reportKey : undefined);
  const words = (withKey ? texts.messageWithKey : texts.message)(number, link);
  return (
    <>
      <section className={card.card} aria-labelledby="ways-back">
        <h2 id="ways-back">{texts.ways}</h2>
        <div className={classes.way}>
          <Square content={linkTo(number, reportKey)} label={texts.square(number)} />
          <div>
            <p>{texts.squareWhy}</p>
          </div>
        </div>
        <div className="no-print">
          <CheckCard
            id="with-key"
            label={texts.withKey}
            why={withKey ? texts.withKeyWhy : texts.withoutKeyWhy}
            checked={withKey}
            onChange={setWithKey}
          />
        </div>
        <div className={`${classes.way} no-print`}>
          <CopyButton label={withKey ? texts.copyWithKey : texts.copy} text={link} />
          <Button
            component="a"
            href={`https://wa.me/?text=${encodeURIComponent(words)}`}
            target="_blank"
            rel="noopener noreferrer"
            variant="default"
            leftSection={<IconBrandWhatsapp size={18} aria-hidden />}
          >
            {withKey ? texts.whatsAppWithKey : texts.whatsApp}
          </Button>
        </div>
      </section>
      {open && (
        <Suspense>
          <EndKey number={number} reportKey={reportKey} open={open} />
        </Suspense>
      )}
    </>
  );
}
