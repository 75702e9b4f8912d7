// Reads a password where a person types it, unseen and twice, or from a pipe.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

type Input = NodeJS.ReadableStream & { isTTY?: boolean };
const missing = () => new Error('No password was given.');

/** The prompts go to `output`, never what is typed. Throws when there is none, or the two differ. */
export async function readPassword(
  prompt: string,
  input: Input = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<string> {
  if (!input.isTTY) return firstLine(input);
  const password = await askUnseen(`${prompt}: `, input, output);
  if ((await askUnseen('Once more: ', input, output)) !== password)
    throw new Error('The two are not the same.');
  return password;
}

async function firstLine(input: Input): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw missing();
}

async function askUnseen(prompt: string, input: Input, output: NodeJS.WritableStream): Promise<string> {
  output.write(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      // Ctrl-C and Ctrl-D close it.
      terminal.once('close', () => reject(missing()));
      terminal.question('', resolve);
    });
  } finally {
    terminal.close();
    output.write('\n');
  }
}
