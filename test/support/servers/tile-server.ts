// A real server of map tiles: pictures of one colour, and which of them were asked for.
import { crc32, deflateSync } from 'node:zlib';
import fastify from 'fastify';

export type Colour = readonly [red: number, green: number, blue: number];

const side = 256;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of 256 × 256 pixels, eight bits a colour. */
function picture(colour: Colour): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8);
  const line = Buffer.concat([Buffer.alloc(1), ...Array.from({ length: side }, () => Buffer.from(colour))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => line)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** `asked`: zoom, column and row of each. */
export async function serveTiles(colour: Colour) {
  const asked: string[] = [];
  const png = picture(colour);
  const app = fastify();
  app.get<{ Params: { zoom: string; column: string; file: string } }>(
    '/:zoom/:column/:file',
    async ({ params: { zoom, column, file } }, reply) => {
      asked.push(`${zoom}/${column}/${file.replace('.png', '')}`);
      return reply.type('image/png').send(png);
    },
  );
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${origin}/{z}/{x}/{y}.png`, origin, asked, close: () => app.close() };
}
