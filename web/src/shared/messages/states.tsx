// Loading, failed, empty: the three states beside content.
import { Button, Loader } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { type ApiProblem, asProblem } from '../../api/problems.ts';
import { type Texts, useTexts } from '../../texts/texts.tsx';
import { announce } from './announcer.tsx';
import { Notice } from './notice.tsx';
import classes from './states.module.css';

/** What is there sooner is not spoken of. */
const longMs = 1_500;

/** `page`: in the place of a whole page, as high as the window, so that what is below does not move when it comes. */
export function Loading({ page = false }: { page?: boolean }) {
  const { shell } = useTexts();
  useEffect(() => {
    const timer = setTimeout(() => announce(shell.loading), longMs);
    return () => clearTimeout(timer);
  }, [shell.loading]);
  return (
    <div className={classes.loading} data-page={page}>
      <Loader size="sm" aria-hidden />
      {shell.loading}
    </div>
  );
}

/** The sentence that people read about a problem. */
export function titleOf({ code, message }: ApiProblem, texts: Texts): string {
  return texts.problems[code] ?? message;
}

/** What went wrong, with a way to try again. */
export function Failed({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const texts = useTexts();
  const problem = asProblem(error);
  return (
    <Notice tone="bad" title={titleOf(problem, texts)} announce>
      {problem.detail && problem.status > 0 && <p>{problem.detail}</p>}
      {problem.requestId && problem.status >= 500 && (
        <p className={classes.small}>{texts.shell.requestId(problem.requestId)}</p>
      )}
      {again && (
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={again}>
          {texts.shell.again}
        </Button>
      )}
    </Notice>
  );
}

interface Asked {
  data: unknown;
  error: Error | null;
  refetch: () => unknown;
}

/** Of what is asked of the API: that it is on its way, or why it did not come. Nothing once it is there. */
export function Pending({ asked: { data, error, refetch } }: { asked: Asked }) {
  if (error) return <Failed error={error} again={() => void refetch()} />;
  return data === undefined ? <Loading /> : null;
}

export function Empty({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
