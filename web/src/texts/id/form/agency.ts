// The field for an agency.
export const agency = {
  found: (count: number) => `${count} instansi`,
  noneFound: 'Tidak ada instansi yang cocok.',
};
