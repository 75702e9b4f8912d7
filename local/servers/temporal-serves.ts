// Asks a Temporal server whether it serves, without the client, which takes half a second to load.
import { connect } from 'node:http2';

const path = '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace';
const name = Buffer.from('default');
/** `{ namespace: 'default' }`, as gRPC frames a message: not compressed, its length, its only field. */
const question = Buffer.concat([Buffer.of(0, 0, 0, 0, name.length + 2, 10, name.length), name]);
const patienceMs = 1_000;

/** Whether it knows its namespace by now, which is when workers and clients may come. Never rejects. */
export function serves(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`);
    const end = (answer: boolean) => {
      clearTimeout(late);
      session.destroy();
      resolve(answer);
    };
    const late = setTimeout(() => end(false), patienceMs);
    session.on('error', () => end(false));
    const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    const asked = session.request(headers);
    asked.on('error', () => end(false));
    asked.on('response', ({ 'grpc-status': status }) => status !== undefined && end(status === '0'));
    asked.on('trailers', ({ 'grpc-status': status }) => end(status === '0'));
    asked.resume();
    asked.end(question);
  });
}
