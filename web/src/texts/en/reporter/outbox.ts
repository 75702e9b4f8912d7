// Of a report that waited for the line.
import type { outbox as indonesian } from '../../id/reporter/outbox.ts';

export const outbox: typeof indonesian = {
  sent: (title) => `The report “${title}” has been sent`,
  sentWhy: 'Keep its number and key: they are on this device only.',
  earlier: 'What is registered is what you sent first.',
  see: 'See number and key',
  waits: (title) => `The report “${title}” has not been sent yet`,
  waitsWhy: 'We send it by ourselves once there is a connection.',
  files: (count) => `${count} files still wait for a connection.`,
  refused: (title) => `The report “${title}” could not be sent`,
  refusedWhy: 'Open the form, check what you typed, and send it again.',
  open: 'Open the form',
  drop: 'Do not send it, delete it from this device',
};
