// Where something happened: the official code of a region beside the words, and a point.
import { z } from 'zod';
import { regionPattern } from '../../sop/beside/region-code.ts';
import { list, sought } from '../common.ts';
import { wrong } from '../problems/wrong.ts';

/** A province has two digits; a regency, a district two more; a village four more. */
export const regionCode = z
  .string()
  .regex(
    regionPattern,
    wrong({ id: 'Bukan kode wilayah, misalnya 32.73.07', en: 'Not a code of a region, such as 32.73.07' }),
  )
  .describe('The code of the ministry of home affairs: `32`, `32.73`, `32.73.07` or `32.73.07.1001`');

/** As it is shown beside a report. */
export const shownRegion = z.object({
  code: z.string(),
  words: z.string().describe('E.g. `Kecamatan Sukajadi, Kota Bandung, Jawa Barat`'),
});

const region = z.object({
  code: z.string(),
  level: z.enum(['province', 'regency', 'district', 'village']),
  name: z.string().describe('With what it is: `Kecamatan Sukajadi`'),
  within: z.string().nullable().describe('Where it lies, the nearest first; null of a province'),
});
export const regionList = list(region).extend({
  version: z.string().describe('Of `idn-area-data`, whose data are under the ODbL'),
});

const found = 20;
export const regionQuery = z.object({
  parent: regionCode
    .optional()
    .describe('What lies directly below it; absent: the provinces. With `q`: inside it'),
  q: sought(200)
    .optional()
    .describe('Words in any order, or their beginnings: `kecamatan sukajadi`, `bandung sukajadi`'),
  limit: z.coerce.number().int().min(1).max(50).default(found).describe('With `q`'),
});
export const regionParams = z.object({ code: regionCode });
export const oneRegion = region.extend({
  above: z.array(region).describe('What it lies in, the province first'),
});

/** Of latitude and longitude; a thousandth of a degree is about 100 metres. */
const rounded = (least: number, most: number) =>
  z
    .number()
    .min(least)
    .max(most)
    .transform((degrees) => Math.round(degrees * 1_000) / 1_000);

const kept = 'In degrees (WGS 84), to a thousandth (about 100 metres); only for who may know the reporter';
/** A box around Indonesia: what lies elsewhere is a mistake. */
export const point = z
  .strictObject({ latitude: rounded(-12, 7), longitude: rounded(94, 142) })
  .describe(kept);
export const shownPoint = z.object({ latitude: z.number(), longitude: z.number() }).describe(kept);

export const mapSource = z.object({
  tiles: z
    .object({
      url: z
        .string()
        .describe(
          'Of one picture of 256 px in Web Mercator, with `{z}`, `{x}` and `{y}` for zoom, column and row',
        ),
      attribution: z.string().describe('Whose they are; shown with them'),
    })
    .nullable()
    .describe('As ops set `MAP_TILES_URL`; null: the console draws an outline of its own'),
});
