// Leads to what is wrong in a form that was sent in vain.

/** Focuses the first field of the form, or of the page, that is marked as wrong, once React has marked it. */
export function focusWrong(form: ParentNode = document): void {
  requestAnimationFrame(() => {
    const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    const field = wrong?.matches('input, textarea, select')
      ? wrong
      : wrong?.querySelector<HTMLElement>('input');
    field?.focus();
  });
}
