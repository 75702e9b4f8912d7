// What a screen reader would say by itself: each change of a live region that has words, in order.
import type { Page } from 'playwright-core';

/** On the pages that come from now on. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(`
    globalThis.spoken = [];
    const live = '[aria-live], [role=status], [role=alert]';
    new MutationObserver((changes) => {
      const heard = new Set();
      for (const { target, addedNodes } of changes) {
        const at = target.nodeType === 1 ? target : target.parentElement;
        heard.add(at?.closest(live));
        for (const node of addedNodes)
          if (node.nodeType === 1) for (const one of [node, ...node.querySelectorAll(live)]) if (one.matches(live)) heard.add(one);
      }
      for (const one of heard) if (one?.textContent.trim()) spoken.push(one.textContent.trim());
    }).observe(document, { subtree: true, childList: true, characterData: true });`);
  return () => page.evaluate('globalThis.spoken.splice(0)');
}
