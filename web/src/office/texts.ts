// The texts of the office pages, in both languages.
import { areaTexts } from '../texts/texts.tsx';

export const useOfficeTexts = areaTexts(
  { welcome: (name: string) => `Selamat bekerja, ${name}` },
  { welcome: (name) => `Welcome, ${name}` },
);
