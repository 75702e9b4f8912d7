// What brings a reporter back to a report.
import type { mine as indonesian } from '../../id/reporter/mine.ts';

export const mine: typeof indonesian = {
  mine: 'My reports',
  mineWhy: 'This list is on this device only; whoever uses it can open these reports.',
  forget: 'Forget',
  forgetAll: 'Forget all',
  remember: 'Remember on this phone',
  rememberWhy:
    'The report stands in “My reports” and opens without typing the key. Number, title and key stay in this browser; not for shared devices.',
  notRemembered: 'This browser cannot keep it (full or forbidden).',
  photo: 'Use a photo of the receipt',
  photoWhy:
    'A photo or a picture of the screen with the QR code of the receipt. It is read on this phone and sent nowhere.',
  photoRead: 'Number and key were filled in from the photo',
  photoNothing: 'No QR code can be read in this photo',
  photoOther: 'The QR code in this photo is not that of a receipt',
  photoAgain: 'Try a photo from nearer, straight and in good light, or type number and key.',
  ways: 'Open on another device, or share',
  square: (number) => `QR code that opens report ${number}`,
  squareWhy:
    'Scan this QR code with another phone to open the report without typing. The key is in it: show it only to those who may read the report.',
  withKey: 'Put the key into the link',
  withKeyWhy: 'Whoever gets this link can read the report and reply in your name.',
  withoutKeyWhy: 'The link has no key now: who gets it knows the number, but cannot open the report.',
  copy: 'Copy the link without the key',
  copyWithKey: 'Copy the link with the key',
  whatsApp: 'Share by WhatsApp, without the key',
  whatsAppWithKey: 'Share by WhatsApp, with the key',
  message: (number, link) => `Report ${number}: ${link} (the access key is needed to open it)`,
  messageWithKey: (number, link) => `Report ${number}: ${link} (the key is in this link; do not pass it on)`,
};
