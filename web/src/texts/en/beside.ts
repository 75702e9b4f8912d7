// English of the parts of public pages that come when they are needed.
import { asking } from './reporter/asking.ts';
import { contact } from './reporter/contact.ts';
import { joining } from './reporter/joining.ts';
import { later } from './reporter/later.ts';
import { mine } from './reporter/mine.ts';
import { outbox } from './reporter/outbox.ts';
import { performance } from './reporter/performance.ts';
import { rating } from './reporter/rating.ts';
import { receipt } from './reporter/receipt.ts';
import { steps } from './reporter/steps.ts';
import { whoSees } from './reporter/who-sees.ts';

export const beside = {
  asking,
  contact,
  joining,
  later,
  mine,
  outbox,
  performance,
  rating,
  receipt,
  steps,
  whoSees,
};
