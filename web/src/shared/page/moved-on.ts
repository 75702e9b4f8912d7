// Whether somebody went on in the page by hand since its address changed: then no page that comes late takes the focus.

let moved = false;

if (!import.meta.env.SSR) {
  const go = (event: Event) => {
    moved ||= !(event instanceof KeyboardEvent) || event.key === 'Tab';
  };
  const stay = () => {
    moved = false;
  };
  for (const by of ['keydown', 'pointerdown']) window.addEventListener(by, go, true);
  for (const by of ['pushState', 'replaceState', 'popstate']) window.addEventListener(by, stay);
}

/** By Tab or pointer, since the address changed last. */
export const hasMovedOn = () => moved;
