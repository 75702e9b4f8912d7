// A page that is loaded when somebody goes there, or before it is drawn.
import { type ComponentType, lazy, useState } from 'react';

/** The page; `fetch` loads it ahead: it then stands at once, with nothing in its place meanwhile. */
export function pageChunk<Props extends object = object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  let here: ComponentType<Props> | undefined;
  const fetch = async () => {
    const chunk = await load();
    here = chunk.default;
    return chunk;
  };
  const Later = lazy(fetch);
  function PageChunk(props: Props) {
    // The same for as long as it stands: another would begin it anew.
    const [Content] = useState<ComponentType<Props>>(() => here ?? Later);
    return <Content {...props} />;
  }
  return Object.assign(PageChunk, { fetch });
}
