// The report as a case file on paper: who printed it when, its number on each sheet and in the name of the file.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useUser } from '../../session.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';

/** Whether the page is being drawn for paper, where nothing can be unfolded. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

export function OnPaper({ number }: { number: string }) {
  const { report } = useOfficeTexts();
  const { moment } = useOfficeFormat();
  const user = useUser();
  const [at, setAt] = useState('');
  useEffect(() => {
    let title = document.title;
    // At once: the page is drawn for the paper as soon as this returns.
    const before = () => {
      flushSync(() => setAt(new Date().toISOString()));
      title = document.title;
      document.title = `${number} ${title}`;
    };
    const after = () => {
      document.title = title;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [number]);
  // Only the page's own style reaches the margins of a sheet.
  const sheet = `@page {
    margin: 18mm 15mm;
    font: 9pt sans-serif;
    @top-left { content: ${JSON.stringify(`${report.caseFile} ${number}`)}; }
    @top-right { content: counter(page) " / " counter(pages); }
  }`;
  return (
    <>
      <style>{sheet}</style>
      <p className="print-only">
        {report.caseFile} {number}. {at && report.printed(moment(at), user?.name ?? '')}
      </p>
    </>
  );
}
