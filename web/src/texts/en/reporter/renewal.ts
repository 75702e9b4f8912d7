// Another access key: by a code when it is lost, or at once by who has it.
import type { renewal as indonesian } from '../../id/reporter/renewal.ts';

export const renewal: typeof indonesian = {
  lost: 'Lost the key?',
  lostWhy:
    'To keep it safe, the old key cannot be shown again. If you have confirmed the e-mail address of that report, we send a code to make a new key. The answer to an open report can still be read in the list of public reports.',
  begin: 'Ask for a new key',
  email: 'E-mail address of the report',
  emailWhy: 'The one that you confirmed by the link in our e-mail.',
  send: 'Send the code',
  sent: 'If number and address go together, the code was sent',
  sentWhy:
    'Look into your e-mail, the spam folder too. The code is good for 15 minutes. Whether the two go together we tell nobody.',
  code: 'Code from the e-mail',
  codeWhy: 'Eight digits.',
  required: 'Required',
  renew: 'Make a new key',
  made: 'Your new access key',
  madeWhy:
    'Keep it now: it is shown once. The old key opens nothing any more, in old QR codes and links neither.',
  copy: 'Copy the key',
  open: 'Open the report',
  end: 'Does somebody else know the key?',
  endWhy: 'Change the access key; the present one opens nothing any more at once, on any device.',
  change: 'Change the access key',
  sure: 'Have a place ready to keep the new key. Change it now?',
  yes: 'Yes, change the key',
  no: 'Cancel',
};
