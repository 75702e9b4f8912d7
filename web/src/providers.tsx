// What every page stands on: the look, the answers that were asked for, the texts.
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from './api/query-client.ts';
import type { Language } from '../../sop/texts/language.ts';
import { type Texts, TextsProvider } from './texts/texts.tsx';
import { cssVariables, theme } from './theme.ts';

const colorSchemes = localStorageColorSchemeManager({ key: 'tuntas.scheme' });

export interface Start {
  language: Language;
  texts: Texts;
}

export function Providers({ children, ...start }: Start & { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <TextsProvider {...start}>{children}</TextsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
