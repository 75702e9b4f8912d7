// Failures whose message and stack are payloads, too, so that the codec encrypts them: an error may quote what it met.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
