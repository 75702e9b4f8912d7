// What people are told when ops ask for, make or change an account (decision 50).
import type { Zone } from '../../offices.ts';
import type { Words } from '../../texts/language.ts';
import { localTimeInWords } from '../../time/local-time.ts';
import type { Message } from '../notices.ts';
import { said, told } from '../told.ts';

/** What becomes of an account, with names where there are ids. */
export interface AccountChange {
  username: string;
  /** It is made. */
  isNew: boolean;
  password?: true | undefined;
  /** All its second factors are taken away. */
  withoutSecondFactor?: true | undefined;
  role?: 'admin' | 'ops' | undefined;
  /** The name of the office. */
  office?: string | undefined;
  active?: boolean | undefined;
  /** Something else of it. */
  other?: boolean | undefined;
}

const roles = {
  admin: { id: 'admin kantor', en: 'admin of an office' },
  ops: { id: 'petugas operasional', en: 'operations' },
} satisfies Record<string, Words>;

/** E.g. `kata sandi baru; peran petugas operasional`. */
function inWords({
  isNew,
  password,
  withoutSecondFactor,
  role,
  office,
  active,
  other,
}: AccountChange): Words {
  const all: Words[] = [
    ...(isNew ? [{ id: 'akun baru', en: 'a new account' }] : []),
    ...(role ? [{ id: `peran ${roles[role].id}`, en: `the role ${roles[role].en}` }] : []),
    ...(office ? [{ id: `kantor ${office}`, en: `the office ${office}` }] : []),
    ...(password && !isNew ? [{ id: 'kata sandi baru', en: 'another password' }] : []),
    ...(withoutSecondFactor
      ? [{ id: 'semua faktor kedua dihapus', en: 'all second factors taken away' }]
      : []),
    ...(active && !isNew ? [{ id: 'aktif lagi', en: 'active again' }] : []),
    ...(active === false ? [{ id: 'nonaktif', en: 'not active' }] : []),
    ...(other && !isNew ? [{ id: 'data lain', en: 'other data' }] : []),
  ];
  return { id: all.map(({ id }) => id).join('; '), en: all.map(({ en }) => en).join('; ') };
}

const notYours: Words = {
  id: 'Bila Anda tidak mengetahuinya, segera sampaikan kepada petugas operasional atau atasan Anda.',
  en: 'If you know nothing of it, tell operations staff or your superior at once.',
};

/** To the other ops, in the zone of their office; `by`: who asks, `until`: ISO 8601. */
export function accountAsked(
  change: AccountChange,
  { by, why, until }: { by: string; why: string; until: string },
  zone: Zone,
): Message {
  const { username } = change;
  const what = inWords(change);
  const end = localTimeInWords(until, zone);
  return {
    kind: 'account-asked',
    subject: {
      id: `Permintaan akun ${username} menunggu persetujuan`,
      en: `A request about the account ${username} waits for approval`,
    },
    ...told(
      {
        id: `${by} meminta untuk akun ${username}: ${what.id}. Alasannya:`,
        en: `${by} asks for the account ${username}: ${what.en}. The reason:`,
      },
      said(why),
      {
        id: `Setujui atau tolak paling lambat ${end.id} pada halaman Operasi, Permintaan akun. Tanyakan dulu kepada yang meminta bila ragu.`,
        en: `Approve or refuse it by ${end.en} on the Operations page, Account requests. Ask who asks first if you are in doubt.`,
      },
    ),
  };
}

/** To the person whose account it is; `by`: who asks. */
export function changeOfYoursAsked(change: AccountChange, by: string): Message {
  const what = inWords(change);
  return {
    kind: 'account-change-asked',
    subject: { id: 'Perubahan akun Anda diminta', en: 'A change of your account was asked for' },
    ...told(
      {
        id: `${by} dari operasional meminta untuk akun Anda: ${what.id}. Itu baru berlaku bila petugas operasional lain menyetujuinya.`,
        en: `${by} of operations asks for your account: ${what.en}. It holds only once another one of operations approves it.`,
      },
      notYours,
    ),
  };
}

/** To the person whose account it is; `by`: who did it, or both who asked and approved. */
export function accountOfYoursChanged(change: AccountChange, by: readonly string[]): Message {
  const what = inWords(change);
  return {
    kind: 'account-changed',
    subject: change.isNew
      ? { id: 'Akun Anda dibuat', en: 'Your account was made' }
      : { id: 'Akun Anda diubah', en: 'Your account was changed' },
    ...told(
      {
        id: `Untuk akun Anda kini berlaku: ${what.id}. Oleh: ${by.join(' dan ')}.`,
        en: `For your account now holds: ${what.en}. By: ${by.join(' and ')}.`,
      },
      notYours,
    ),
  };
}

/** To ops; `by`: who did it, or both who asked and approved. */
export function accountDone(change: AccountChange, by: readonly string[]): Message {
  const { username, isNew } = change;
  const what = inWords(change);
  return {
    kind: 'account-done',
    subject: isNew
      ? { id: `Akun ${username} dibuat`, en: `The account ${username} was made` }
      : { id: `Akun ${username} diubah`, en: `The account ${username} was changed` },
    ...told({
      id: `Untuk akun ${username} kini berlaku: ${what.id}. Oleh: ${by.join(' dan ')}.`,
      en: `For the account ${username} now holds: ${what.en}. By: ${by.join(' and ')}.`,
    }),
  };
}

/** To ops, and to the person concerned: it stays as it was. `by`: who refused it, or took it back. */
export function accountRefused(
  { username }: AccountChange,
  { by, why, withdrawn }: { by: string; why: string | null; withdrawn: boolean },
): Message {
  const how = withdrawn
    ? { id: `ditarik kembali oleh ${by}`, en: `was taken back by ${by}` }
    : { id: `ditolak oleh ${by}`, en: `was refused by ${by}` };
  return {
    kind: 'account-refused',
    subject: {
      id: `Permintaan akun ${username} tidak dilaksanakan`,
      en: `The request about the account ${username} is not carried out`,
    },
    ...told(
      {
        id: `Permintaan untuk akun ${username} ${how.id}; akun itu tetap seperti semula.`,
        en: `The request about the account ${username} ${how.en}; the account stays as it was.`,
      },
      why === null ? undefined : said(why),
    ),
  };
}
