// The runbook as this release has it, so that it is there when something is wrong: also without the repository.
import { useEffect } from 'react';
import runbook from '../../../../../docs/runbook.md?raw';
import { ScrollTable } from '../../../shared/officers/scroll-table.tsx';
import card from '../../../shared/page/card.module.css';
import { useCockpitTexts } from '../../../texts/oversight.ts';
import { OperationsPage } from '../../part-page.tsx';
import { type Block, blocksOf, piecesOf } from './blocks.ts';
import classes from './runbook.module.css';

const [, ...blocks] = blocksOf(runbook);
const headings = blocks.filter((block) => block.is === 'heading');

export function RunbookPage() {
  const { runbookPage: texts } = useCockpitTexts();
  // The page came after the address: whoever followed a link to a section is brought there now.
  useEffect(() => {
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, []);
  return (
    <OperationsPage title={texts.title} lead={texts.lead}>
      <nav aria-label={texts.contents} className={card.card} lang="en">
        <ul className={classes.contents}>
          {headings.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text.replaceAll('`', '')}</a>
            </li>
          ))}
        </ul>
      </nav>
      <article lang="en" className={`${card.card} ${classes.text}`}>
        {blocks.map((block, at) => (
          // It never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <BlockView key={at} block={block} />
        ))}
      </article>
    </OperationsPage>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.is === 'heading') {
    return (
      <h2 id={block.id}>
        <Words text={block.text} />
      </h2>
    );
  }
  if (block.is === 'code') {
    return (
      // Wide lines scroll, by keys too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <pre tabIndex={0}>
        <code>{block.text}</code>
      </pre>
    );
  }
  if (block.is === 'paragraph') {
    return (
      <p>
        <Words text={block.text} />
      </p>
    );
  }
  return (
    <ScrollTable caption={block.head.join(', ')}>
      <thead>
        <tr>
          {block.head.map((cell) => (
            <th key={cell} scope="col">
              <Words text={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell) => (
              <td key={cell}>
                <Words text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Words({ text }: { text: string }) {
  return piecesOf(text).map((piece, at) => {
    const key = `${at} ${piece.text}`;
    if (piece.is === 'code') return <code key={key}>{piece.text}</code>;
    return piece.is === 'stressed' ? <em key={key}>{piece.text}</em> : <span key={key}>{piece.text}</span>;
  });
}
