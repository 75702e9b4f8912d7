// The switches of language and colour scheme.
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useLanguage, useTexts } from '../texts/texts.tsx';
import classes from './switches.module.css';

export function LanguageSwitch() {
  const { language, texts, speak } = useLanguage();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <button type="button" className={classes.switch} lang={other} onClick={() => void speak(other)}>
      <IconLanguage size={20} aria-hidden />
      {texts.shell.otherLanguage}
    </button>
  );
}

export function SchemeSwitch() {
  const { shell } = useTexts();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'dark' ? 'light' : 'dark';
  const Icon = other === 'dark' ? IconMoon : IconSun;
  return (
    <button
      type="button"
      className={classes.switch}
      aria-label={shell[other]}
      title={shell[other]}
      onClick={() => setColorScheme(other)}
    >
      <Icon size={20} aria-hidden />
    </button>
  );
}
