// The SDK's own log lines from warnings up only: a worker that starts is no news in a test.
import { DefaultLogger, Runtime } from '@temporalio/worker';

Runtime.install({ logger: new DefaultLogger('WARN') });
