// All that is wrong in one place, each leading to its field; takes the focus when the form is sent in vain.
import type { Ref } from 'react';
import type { Values } from '../../shared/forms/filing.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { useTexts } from '../../texts/texts.tsx';
import type { Errors } from './doing/use-filing.ts';
import classes from './filing.module.css';
import { fieldId } from './field-id.ts';
import { useLabels } from './labels.ts';

interface ErrorSummaryProps {
  errors: Errors;
  /** Brings what is asked elsewhere to the field; absent: all are on this page. */
  lead?: ((field: keyof Values) => void) | undefined;
  ref: Ref<HTMLDivElement>;
}

export const focusField = (field: keyof Values) => document.getElementById(fieldId(field))?.focus();

export function ErrorSummary({ errors, lead = focusField, ref }: ErrorSummaryProps) {
  const { filing } = useTexts();
  const labels = useLabels();
  const wrong = Object.entries(errors) as [keyof Values, string][];
  return (
    <div
      ref={ref}
      tabIndex={-1}
      // It is read as it takes the focus, and not again with each letter that puts something right.
      role={wrong.length > 0 ? 'group' : undefined}
      aria-label={wrong.length > 0 ? filing.summary(wrong.length) : undefined}
      className={classes.summary}
    >
      {wrong.length > 0 && (
        <Notice tone="bad" title={filing.summary(wrong.length)}>
          <ul className={classes.wrongs}>
            {wrong.map(([field, message]) => (
              <li key={field}>
                <a
                  href={`#${fieldId(field)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    lead(field);
                  }}
                >
                  {labels[field]} — {message}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
