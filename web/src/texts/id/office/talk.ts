// Officers among themselves: who has a report open, and who is named in a note.

const names = (all: readonly string[]) =>
  all.length > 2 ? `${all.slice(0, 2).join(', ')}, dan ${all.length - 2} lagi` : all.join(' dan ');

export const talk = {
  presence: {
    who: (name: string, office: string | undefined) => (office ? `${name} (${office})` : name),
    reading: (all: readonly string[]) => `${names(all)} sedang membaca`,
    writing: (all: readonly string[]) => `${names(all)} sedang menulis`,
  },
  mentions: {
    hint: 'Ketik @ untuk menyebut petugas lain; ia diberi tahu.',
    list: 'Petugas yang dapat melihat laporan ini',
    none: 'Tidak ada petugas dengan nama itu yang dapat melihat laporan ini',
    found: (count: number) => `${count} petugas ditemukan`,
    told: (all: readonly string[]) => `${names(all)} diberi tahu.`,
  },
};
