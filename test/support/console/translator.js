// In a page: translates as Chrome does. Every text node is replaced by another in <font>, at once and as the page changes.
{
  const untouched = 'script, style, textarea, title, option, font, [translate=no]';
  const translate = (text) => {
    const words = text.nodeValue ?? '';
    if (!words.trim() || !text.parentElement || text.parentElement.closest(untouched)) return;
    const outer = document.createElement('font');
    outer.appendChild(document.createElement('font')).append(words);
    text.replaceWith(outer);
  };
  const translateIn = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = root.nodeType === Node.TEXT_NODE ? [root] : [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(translate);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of [target, ...addedNodes]) translateIn(node);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
