// The first page: what this is, and the three things that one can do.
import { IconArrowRight, IconListSearch, IconMailForward, IconRoute } from '@tabler/icons-react';
import { Link } from 'wouter';
import { usePageTitle } from '../shared/page/page.tsx';
import { useTexts } from '../texts/texts.tsx';
import classes from './start-page.module.css';

export function StartPage() {
  const { start } = useTexts();
  const heading = usePageTitle(start.title);
  const choices = [
    { href: '/lapor', title: start.file, why: start.fileWhy, Icon: IconMailForward },
    { href: '/ikuti', title: start.follow, why: start.followWhy, Icon: IconRoute },
    { href: '/register', title: start.register, why: start.registerWhy, Icon: IconListSearch },
  ];
  return (
    <>
      <div className={classes.hero}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {start.title}
          </h1>
          <p>{start.lead}</p>
        </div>
      </div>
      <div className={classes.body}>
        <ul className={classes.choices}>
          {choices.map(({ href, title, why, Icon }) => (
            <li key={href}>
              <Link href={href} className={classes.choice}>
                <span className={classes.icon} aria-hidden>
                  <Icon size={28} stroke={1.6} />
                </span>
                <span className={classes.words}>
                  <strong>{title}</strong>
                  <span>{why}</span>
                </span>
                <IconArrowRight className={classes.arrow} size={22} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
        <section aria-labelledby="how">
          <h2 id="how">{start.how}</h2>
          <ol className={classes.steps}>
            {start.steps.map(([title, why]) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{why}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}
