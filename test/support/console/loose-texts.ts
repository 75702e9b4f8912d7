// Text that stands loose beside elements.
import type { Page } from 'playwright-core';

/**
 * Text nodes that React manages one by one (it marks them): a browser that translates replaces them, and React then
 * changes a node that nobody sees, or throws. Empty when every text is the only child of its element.
 */
export function looseTexts(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { nodeValue, parentElement } = walker.currentNode;
      if (nodeValue.trim() && Object.keys(walker.currentNode).some((key) => key.startsWith('__reactFiber')))
        found.push('loose text "' + nodeValue + '" in ' + parentElement.outerHTML.slice(0, 200));
    }
    return found;
  })()`);
}
