// A fault that a property finds is found: no smaller example of it is looked for, which takes most of the time.
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
