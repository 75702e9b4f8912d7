// A page that is loaded when somebody goes there, or before it is drawn.
import { type ComponentType, lazy, useState } from 'react';

/** The page; `fetch` loads it ahead: it then stands at once, with nothing in its place meanwhile. */
export function pageChunk(load: () => Promise<{ default: ComponentType }>) {
  let here: ComponentType | undefined;
  const fetch = async () => {
    const chunk = await load();
    here = chunk.default;
    return chunk;
  };
  const Later = lazy(fetch);
  function PageChunk() {
    // The same for as long as it stands: another would begin it anew.
    const [Content] = useState<ComponentType>(() => here ?? Later);
    return <Content />;
  }
  return Object.assign(PageChunk, { fetch });
}
