// Whether list and report stand beside each other.
import { useMediaQuery } from '@mantine/hooks';

/** As the styles of the desk have it (`lists/desk.module.css`, `office.css`). */
const wide = '(min-width: 80em) and (min-height: 30em)';

export function useWide(): boolean {
  return useMediaQuery(wide, true, { getInitialValueInEffect: false });
}
