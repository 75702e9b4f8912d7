// Takes out of a recorded example what changes from run to run, and what nobody may take for real.
import type { Recorded } from './recorder.ts';

/** In place of secrets: of the right form, and good for nothing. */
const standIns: Record<string, string> = {
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJlc2Vsb24xIn0.…',
  csrf: 'pM3m0c2Vx1hKq9Yw',
  accessKey: 'ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  key: 'tuntas_00000000000000000000000000000000000000',
  password: 'kata-sandi-yang-panjang',
  current: 'kata-sandi-yang-lama',
  next: 'kata-sandi-yang-panjang',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};
/** Of an authenticator app. */
const appSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const cursor = 'WyIyMDI2LTExLTI0IiwiTEFQLTIwMjYtMDAwMDQxIl0';
const longest = 3;
const firstAt = Date.parse('2026-11-24T08:15:00.000+07:00');
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)/g;

/** The same, as if it began on Tuesday, 24 November 2026, at 08:15; lists are cut to three. */
export function scrubbed(one: Recorded): Recorded {
  const text = JSON.stringify(one);
  const times = [...text.matchAll(instant)].map(([at]) => Date.parse(at)).filter((at) => at > 0);
  const moved = times.length > 0 ? firstAt - Math.min(...times) : 0;
  const names = new Map<string, string>();
  const nameOf = (found: string, form: (n: number) => string) => {
    const known = names.get(found) ?? form(names.size + 1);
    names.set(found, known);
    return known;
  };
  const plain = text
    .replaceAll(instant, (at, offset: string) => shifted(Date.parse(at) + moved, offset))
    .replaceAll(/LAP-\d{4}-\d{6}/g, (number) =>
      nameOf(number, (n) => `LAP-2026-${String(n + 40).padStart(6, '0')}`),
    )
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
      nameOf(id, (n) => `0190a6f0-0000-7000-8000-${String(n).padStart(12, '0')}`),
    )
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://tiket.example.go.id');
  return JSON.parse(plain, standIn) as Recorded;
}

function standIn(this: unknown, name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, longest);
  if (typeof value !== 'string') return value;
  // Of a list, where the next page is; of a change of password, the new one.
  if (name === 'next' && typeof this === 'object' && this !== null && 'items' in this) return cursor;
  // Others call a key what only tells two things apart.
  if (name === 'key' && !value.startsWith('tuntas_')) return value;
  if (name === 'secret' && !value.startsWith('whsec_')) return appSecret;
  if (name === 'uri') return value.replace(/secret=\w+/, `secret=${appSecret}`);
  return standIns[name] ?? value;
}

/** To the minute, in its own offset. */
function shifted(ms: number, offset: string): string {
  const minutes = offset === 'Z' ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60);
  const whole = Math.floor(ms / 60_000) * 60_000;
  return new Date(whole + minutes * 60_000).toISOString().replace('Z', offset);
}
