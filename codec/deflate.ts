// Payloads made short before they are encrypted: histories hold the same few words again and again.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * What most payloads hold, the commonest last. Part of the format: what was made short with it is read with it, so it never
 * changes; another one would be another `first` byte.
 */
const words = Buffer.from(
  [
    '"pauses":[{"from":"","to":""}],"fired":,"old":"","breach":,"corrected":true,"extension":{"workingDays":},"skipped":,',
    '"original":"LAP-","duplicateOf":"LAP-","changes":{"category":"","place":"","oversight":true},"channel":"web",',
    '"provisional":true,"contactConfirmed":true,"under":{"key":"","request":""},"via":"signal","expectedRevision":',
    '{"clock":"completion","clock":"rejection","kind":"aspirasi","kind":"informasi","Asia/Makassar","Asia/Jayapura"}',
    '{"number":"LAP-2026-0000","kind":"pengaduan","oversight":false,"receivedAt":"","national":{"id":"nasional","name":"Admin ',
    'Nasional SP4N-LAPOR!","level":"national","parentId":null,"zone":"Asia/Jakarta"},"agency":null,"rowsNamed":true,',
    '"eventsARun":400}',
    '{"action":"confirmation","action":"objection","action":"message","action":"ask","action":"recall","action":"return",',
    '"action":"reject","action":"request-completion","action":"answer","action":"respond","action":"dispose",',
    '"action":"receive","action":"accept","actor":{"role":"reporter","officeId":null,"name":"Pelapor"},"actor":{"role":"upt",',
    '"officeId":"upt-","name":""},"actor":{"role":"echelon1","officeId":"ditjen-","name":""},"actor":{"role":"agency",',
    '"officeId":"kementerian-","name":""},"actor":{"role":"national","officeId":"nasional","name":""},"target":{"id":"",',
    '"name":"Direktorat Jenderal ","level":"agency","level":"echelon1","level":"upt","parentId":"","zone":"Asia/Jakarta"},',
    '"reason":"","text":"","validUntil":"2026-"}',
    '{"number":"LAP-2026-0000","revision":,"step":,"stepName":"Verifikasi dan identifikasi oleh Admin Instansi","stepName":',
    '"Penerimaan laporan dan respon awal oleh Admin Eselon 1","stepName":"Laporan selesai, menunggu penutupan sistem",',
    '"status":"received","status":"answered","status":"closed","status":"in-process","holder":{"id":null,"name":"Sistem",',
    '"level":"system"},"holder":{"id":"","name":"","level":"echelon1"},"deadline":null,"deadline":"T09:00:00.000Z",',
    '"options":["recall","dispose","receive","withdraw","extend","answer","accept","return","respond","reject",',
    '"request-completion","ask","correct"]}',
    '{"seq":1,"attempt":1,"activity_id":"1","activity_type":"SOP 1","complete_time":{"seconds":17,"nanos":},"backoff":null,',
    '"original_schedule_time":{"seconds":17,"nanos":}}',
    '{"clocks":[],"rules":{"returnsBeforeBinding":2,"maxObjections":2,"objectionsToSame":1,"completionsPerStay":1,"letters":{',
    '"answer":30,"firstResponse":15}},"deadlines":[{"seq":1,"deadline":null},{"seq":2,"deadline":"T09:00:00.000Z"}],',
    '"ended":[]}',
    '{"clocks":[{"seq":1,"clock":{"request":{"clock":"whole","kind":"pengaduan","officeId":"","from":"2026-"},"due":"",',
    '"rungs":[{"kind":"act","at":""}]}},{"seq":2,"clock":{"request":{"clock":"firstResponse","officeId":"","from":"2026-"},',
    '"due":"2026-","rungs":[]}},{"seq":3,"clock":{"request":{"clock":"row","step":2,"kind":"pengaduan","officeId":"","from":',
    '"2026-"},"due":"2026-","rungs":[{"kind":"warn","at":"2026-","officeIds":[""]},{"kind":"breach","at":"2026-",',
    '"officeIds":["","nasional"]},{"kind":"escalation","at":"2026-","officeIds":["nasional"]}],"fired":0,"policyVersion":1}}]',
    '\n\x16\n\x08encoding\x12\njson/plain\x12',
  ].join(''),
);

/** No protobuf begins with it, so that what was not made short is told from what was. */
const first = Buffer.of(1);
/** Most payloads are of a few hundred bytes: a window that holds the words and them, and costs little to lay out. */
const options = { dictionary: words, windowBits: 13, memLevel: 6 } as const;

/** The bytes of a protobuf message made short, or as they are where that does not help. */
export function deflated(bytes: Uint8Array): Uint8Array {
  const short = deflateRawSync(bytes, options);
  return short.length + first.length < bytes.length ? Buffer.concat([first, short]) : bytes;
}

/** What they were. Throws for what `deflated` did not make. */
export function inflated(bytes: Uint8Array): Uint8Array {
  return bytes[0] === first[0] ? inflateRawSync(bytes.subarray(first.length), { dictionary: words }) : bytes;
}
