// Puts the focus where something is to be mended.

/** Once the field is drawn as wrong. */
export function focusWrongField(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus());
}
