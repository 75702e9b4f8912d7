// What of a person's name tells who it is: its parts, without titles, degrees and forms of address.
import { fold } from './fold.ts';

const forms = 'bapak bpk pak ibu bu saudara saudari sdr sdri tuan tn nyonya ny nona nn';
const titles =
  'h hj haji hajah hajjah kh kyai kiai ustaz ustad ustadz ustazah ustadzah ust dr drs dra drg drh prof profesor ir apt ns ' +
  'ners ipm ipu lc phd mr mrs ms alm almh';
/** Without their dots. */
const degrees =
  'se sh si st sp sag sap sei sfarm sgz shi shum sik sikom sip sked skep skm skom spd spdi spi spsi spt ssi ssn ssos ssosi ' +
  'stp str sstp sth sds ma mag map mars mba mcs meng mfarm mh mhum mikom mip mkes mkn mkom mm mmr mpd mpdi mph mpsi msc mse ' +
  'msi msn mt mth mtr ak ca cpa amd amk amkeb amdkom amdkeb amdkep ama spog spa spb sppd spjp spm sptht span spkk skeb md ' +
  'keb kep kom pd pdi';
/** What joins the parts of a name, and marks of an address that people add to theirs. */
const joints = 'bin binti rt rw';

const nobody = new Set([forms, titles, degrees, joints].join(' ').split(' '));
const either = (words: string) => `(?:${words.replaceAll(' ', '|')})(?!\\p{L})`;

/** The end of a folded text after which a single word is a name: `Yth. Bapak/Ibu Hj. `. */
export const addressed = new RegExp(
  `(?<!\\p{L})${either(forms)}(?:\\s?/\\s?(?:i(?!\\p{L})|${either(forms)}))?[.\\s]*(?:${either(titles)}[.\\s]+)*$`,
  'u',
);

/** The parts of a name, folded, of two letters or more, each once: `Hj. Siti Aminah, S.Pd.` has `siti` and `aminah`. */
export function namePartsOf(name: string): string[] {
  const words = fold(name).text.split(/[^\p{L}\p{N}.]/u);
  const parts = words.flatMap((word) => (nobody.has(word.replaceAll('.', '')) ? [] : word.split('.')));
  return [...new Set(parts.filter((part) => /\p{L}.*\p{L}/u.test(part) && !nobody.has(part)))];
}
