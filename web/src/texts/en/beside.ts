// English of the parts of public pages that come when they are needed.
import { agency } from './form/agency.ts';
import { asking } from './form/asking.ts';
import { category } from './form/category.ts';
import { contact } from './reporter/contact.ts';
import { joining } from './reporter/joining.ts';
import { later } from './reporter/later.ts';
import { lookers } from './reporter/seen/lookers.ts';
import { map } from './form/map.ts';
import { mine } from './reporter/mine.ts';
import { original } from './reporter/original.ts';
import { outbox } from './reporter/outbox.ts';
import { performance } from './reporter/performance.ts';
import { rating } from './reporter/rating.ts';
import { receipt } from './reporter/receipt.ts';
import { renewal } from './reporter/renewal.ts';
import { secrecies } from './form/secrecies.ts';
import { steps } from './reporter/steps.ts';
import { where } from './form/where.ts';
import { whoSees } from './reporter/who-sees.ts';

export const beside = {
  agency,
  asking,
  category,
  contact,
  joining,
  later,
  lookers,
  map,
  mine,
  original,
  outbox,
  performance,
  rating,
  receipt,
  renewal,
  secrecies,
  steps,
  where,
  whoSees,
};
