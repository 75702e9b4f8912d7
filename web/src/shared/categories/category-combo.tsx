// The field for a category: chosen from the tree, found by words and examples, or written in words of one's own.
import { useMemo, useState } from 'react';
import { useLanguage } from '../../texts/texts.tsx';
import { useCategoryTexts } from '../../texts/form/where.ts';
import { Combo, type ComboOption } from '../forms/combo.tsx';
import { longest } from '../forms/longest.ts';
import { categoryNamed, findCategories } from './find-categories.ts';
import { useOffered } from './use-categories.ts';

interface CategoryComboProps {
  id?: string;
  name?: string;
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (name: string) => void;
}

export function CategoryCombo({ value, onChange, ...props }: CategoryComboProps) {
  const texts = useCategoryTexts();
  const { language } = useLanguage();
  const all = useOffered();
  // Of what was chosen, the whole tree again.
  const [typed, setTyped] = useState(false);
  const sought = typed && !categoryNamed(all, value) ? value : '';
  const found = useMemo(() => findCategories(all, sought), [all, sought]);
  const options = found.map(
    ({ code, name, nameEn, examples, depth, around }): ComboOption => ({
      key: code,
      name: language === 'en' && nameEn ? `${nameEn} (${name})` : name,
      about: [sought && around, examples].filter(Boolean).join(' · '),
      depth: sought ? 0 : depth,
    }),
  );
  return (
    <Combo
      {...props}
      value={value}
      maxLength={longest.category}
      options={options}
      status={sought ? (found.length === 0 ? texts.own : texts.found(found.length)) : ''}
      statusSeen={found.length === 0}
      onType={(text) => {
        setTyped(true);
        onChange(text);
      }}
      onChoose={({ key }) => {
        setTyped(false);
        onChange(all.find(({ code }) => code === key)?.name ?? '');
      }}
    />
  );
}
