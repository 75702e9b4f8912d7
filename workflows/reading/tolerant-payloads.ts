// Payloads that cannot be read become a value that nothing accepts: the SDK would try such a workflow task for good.
import { defaultPayloadConverter, type PayloadConverter } from '@temporalio/common';

const unreadable = Symbol('unreadable');

/** The SDK's own converter in all but that. Anybody who may signal may send any bytes. */
export const payloadConverter: PayloadConverter = {
  toPayload: (value) => defaultPayloadConverter.toPayload(value),
  fromPayload: ((payload) => {
    try {
      return defaultPayloadConverter.fromPayload(payload);
    } catch {
      return unreadable;
    }
  }) as PayloadConverter['fromPayload'],
};
