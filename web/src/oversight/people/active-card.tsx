// Takes an officer or an office out of service, after a second question, or puts it back.
import type { ReactNode } from 'react';
import { Failed } from '../../shared/messages/states.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { SureButton } from '../../shared/officers/sure-button.tsx';
import classes from './people.module.css';

interface ActiveCardProps {
  active: boolean;
  words: {
    deactivate: string;
    deactivateWhy: string;
    activate: string;
    activateWhy: string;
  };
  /** The second question. */
  sure: string;
  saving: boolean;
  error: Error | null;
  before?: ReactNode;
  /** Stands in the place of the button. */
  instead?: ReactNode;
  onChange: (active: boolean) => void;
}

export function ActiveCard(props: ActiveCardProps) {
  const { active, words, sure, saving, error, before, instead, onChange } = props;
  const act = active ? words.deactivate : words.activate;
  return (
    <Section title={act} why={active ? words.deactivateWhy : words.activateWhy}>
      {error && <Failed error={error} />}
      {before}
      <div className={classes.buttons}>
        {instead ?? (
          <SureButton
            label={act}
            question={active ? sure : undefined}
            size="md"
            color="red"
            busy={saving}
            onSure={() => onChange(!active)}
          />
        )}
      </div>
    </Section>
  );
}
