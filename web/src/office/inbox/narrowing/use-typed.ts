// What is typed into a filter, asked for a moment after the last key.
import { useEffect, useEffectEvent, useState } from 'react';

const pauseMs = 350;

/** Gives what is typed, how it changes, and how it is asked for at once. */
export function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  // Somebody else (a cleared filter, the back button) changed it.
  if (value !== asked) {
    setAsked(value);
    setTyped(value);
  }
  const send = () => {
    if (typed.trim() === asked) return;
    setAsked(typed.trim());
    onChange(typed.trim());
  };
  const later = useEffectEvent(send);
  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => later(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return { typed, setTyped, send };
}
