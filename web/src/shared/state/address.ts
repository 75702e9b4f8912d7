// What an address holds behind its `?`, by name: it survives a reload, can be shared and gone back to.
import { useSearchParams } from 'wouter';
import { longest } from '../forms/longest.ts';

export type Values = Record<string, string>;

/** The values of these names; what is blank is not there. */
export function valuesIn(search: URLSearchParams, names: readonly string[]): Values {
  const named = names.flatMap((name) => {
    const value = search.get(name)?.slice(0, longest.words);
    return value?.trim() ? [[name, value]] : [];
  });
  return Object.fromEntries(named) as Values;
}

/** The address with these values; an empty one leaves it, others stay. */
export function withValues(search: URLSearchParams, to: Partial<Values>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(to)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** `href?a=1`, or `href` alone. */
export function hrefWith(href: string, values: Values): string {
  const search = withValues(new URLSearchParams(), values);
  return search.size > 0 ? `${href}?${search}` : href;
}

/** The values of these names, and how to change them: in place, or (`step`) so that one can go back. */
export function useAddress(names: readonly string[], how: 'in place' | 'step' = 'in place') {
  const [search, setSearch] = useSearchParams();
  const values = valuesIn(search, names);
  const change = (to: Partial<Values>) =>
    setSearch((before) => withValues(before, to), { replace: how === 'in place' });
  const clear = () => change(Object.fromEntries(names.map((name) => [name, ''])));
  return { values, change, clear, any: Object.keys(values).length > 0 };
}
