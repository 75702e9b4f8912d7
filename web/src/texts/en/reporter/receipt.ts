// The receipt of a report, and the files that go after it.
import type { receipt as indonesian } from '../../id/reporter/receipt.ts';

export const receipt: typeof indonesian = {
  title: 'Your report is registered',
  lead: 'An admin verifies it and passes it to the office in charge.',
  earlier:
    'Your first attempt had arrived after all. What is registered is what you sent first; add the changes on the page of the report.',
  keep: 'Keep this number and key now',
  keepWhy:
    'The access key is shown only once. If it is lost, a new one can only be asked for by the e-mail address that you confirmed.',
  copyBoth: 'Copy number and key',
  copyKey: 'Copy the key only',
  print: 'Print',
  mail: 'Send to my e-mail',
  mailSubject: (number) => `Report ${number}`,
  mailWhy:
    'It opens in your mail program with number and link, without the key. Keep the key elsewhere, or choose “Remember on this phone”.',
  pass: (number, key, address) =>
    `Report number: ${number}\nAccess key: ${key}\nFollow the report at ${address}`,
  mailBody: (number, address) =>
    `Report number: ${number}\nFollow the report at ${address}\n\nIt opens by the access key, which is not in this mail on purpose.`,
  followAt: (address) => `Follow the report at ${address}`,
  follow: 'Follow this report',
  another: 'File another report',
  uploads: 'Files on their way',
  upload: {
    waiting: 'Waiting',
    sending: (percent) => `Sending, ${percent}%`,
    done: 'Sent',
    failed: 'Not sent',
    again: 'Send again',
    againName: (name) => `Send ${name} again`,
  },
  stay: 'Do not close this page until all files are sent.',
  uploadsDone: 'All files are sent',
};
