// Whether anything is in the outbox, without opening it.
import { stored } from '../state/stored.ts';

/** Set while something is, so that nobody else loads what looks there. */
export const somethingWaits = stored('tuntas.outbox');
