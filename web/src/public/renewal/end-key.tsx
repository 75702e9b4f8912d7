// The key that is here ends, since somebody else may know it, and another one takes its place.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { useRenewalTexts } from '../../texts/form/renewal.ts';
import { changeKey, keepKey } from './change-key.ts';
import { NewKey } from './new-key.tsx';
import classes from './renewal.module.css';

interface EndKeyProps {
  number: string;
  reportKey: string;
  /** Goes on with the new key. */
  open: (number: string, accessKey: string) => void;
}

export default function EndKey({ number, reportKey, open }: EndKeyProps) {
  const texts = useRenewalTexts();
  const [asking, setAsking] = useState(false);
  const changing = useMutation({
    mutationFn: () => changeKey(number, reportKey),
    onSuccess: (key) => {
      setAsking(false);
      keepKey(number, key);
      open(number, key);
    },
  });
  return (
    <section className={`${card.card} no-print`} aria-labelledby="end-key">
      <div>
        <h2 id="end-key">{texts.end}</h2>
        <p>{texts.endWhy}</p>
      </div>
      {changing.error && <Failed error={changing.error} />}
      {changing.data && <NewKey made={changing.data} />}
      {asking ? (
        <div role="group" aria-label={texts.sure}>
          <p role="alert">{texts.sure}</p>
          <div className={classes.buttons}>
            <Button loading={changing.isPending} onClick={() => changing.mutate()}>
              {texts.yes}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {texts.no}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {texts.change}
          </Button>
        </div>
      )}
    </section>
  );
}
