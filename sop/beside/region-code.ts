// The official code of a region (Kemendagri): two digits of a province, two more of a regency, of a district, four of a village.
export const regionPattern = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
