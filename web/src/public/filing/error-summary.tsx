// All that is wrong in one place, each leading to its field; takes the focus when the form is sent in vain.
import type { Ref } from 'react';
import { Notice } from '../../shared/messages/notice.tsx';
import { useTexts } from '../../texts/texts.tsx';
import classes from './filing.module.css';
import { fieldId } from './field-id.ts';
import type { Errors } from './doing/use-filing.ts';
import type { Values } from '../../shared/forms/filing.ts';

function useLabels(): Record<keyof Values, string> {
  const { filing, words } = useTexts();
  return {
    kind: filing.kind,
    title: filing.subject,
    description: words.description,
    category: words.category,
    agencyId: filing.agency,
    oversight: filing.oversight,
    confidentiality: filing.secrecy,
    name: filing.name,
    email: filing.email,
    phone: filing.phone,
  };
}

export function ErrorSummary({ errors, ref }: { errors: Errors; ref: Ref<HTMLDivElement> }) {
  const { filing } = useTexts();
  const labels = useLabels();
  const wrong = Object.entries(errors) as [keyof Values, string][];
  return (
    <div ref={ref} tabIndex={-1} className={classes.summary}>
      {wrong.length > 0 && (
        <Notice tone="bad" announce title={filing.summary(wrong.length)}>
          <ul className={classes.wrongs}>
            {wrong.map(([field, message]) => (
              <li key={field}>
                <a
                  href={`#${fieldId(field)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(field))?.focus();
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
