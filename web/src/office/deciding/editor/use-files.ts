// Files that go to the reporter along with what is written: chosen in the form, uploaded when it is sent.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { sendFile } from '../../../api/transfer.ts';
import type { Report, User } from '../../../api/types.ts';
import { choose } from '../../../shared/attachments/choose.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { officeKeys } from '../../keys.ts';

/** What the reporter reads: shown beforehand. */
export function tellsReporter(action: OfficeAction): boolean {
  return ['answer', 'respond', 'ask', 'request-completion', 'reject'].includes(action);
}

/** With what is said to the reporter at length, where the API lets the office add files for them. */
export function maySendFiles(action: OfficeAction, report: Report, user: User | null): boolean {
  return ['answer', 'respond', 'ask'].includes(action) && mayTell(report, user?.office.id);
}

/** For the reporter by the holder, or at row 11 by the office that answered (as the API has it). */
export function mayTell({ holder, step, options }: Report, officeId: string | undefined): boolean {
  return holder.id === officeId || (step === 11 && options.length > 0);
}

export function useFiles(number: string) {
  const { filing } = useTexts();
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [sent, setSent] = useState(0);
  const drop = (file: File) => setFiles((before) => before.filter((one) => one !== file));
  return {
    files,
    refused,
    /** How many have arrived of those that are being uploaded. */
    sent,
    drop,
    add: (chosen: File[]) => {
      const outcome = choose(files, chosen, filing);
      setFiles(outcome.files);
      setRefused(outcome.refused);
    },
    /** One after the other; those that have arrived are not sent again. Throws an `ApiProblem`. */
    upload: async () => {
      setSent(0);
      for (const file of files) {
        await sendFile(number, file, { fields: { visibility: 'reporter' } });
        setSent((before) => before + 1);
        drop(file);
      }
      if (files.length > 0) await client.invalidateQueries({ queryKey: officeKeys.attachments(number) });
    },
  };
}
