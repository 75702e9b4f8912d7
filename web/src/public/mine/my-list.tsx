// "Laporan saya", and those that are followed: what this browser remembers, to be opened or forgotten.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import card from '../../shared/page/card.module.css';
import { useJoiningTexts, useMineTexts } from '../../texts/ways.ts';
import { forgetKey } from '../access-keys.ts';
import { followed } from '../joining/followed.ts';
import { forgetReceipt } from '../receipt/receipt.ts';
import classes from './mine.module.css';
import { myReports } from './my-reports.ts';

function Mine() {
  const texts = useMineTexts();
  const [reports, setReports] = useState(myReports);
  const forget = (numbers: string[]) => {
    for (const number of numbers) {
      forgetKey(number);
      forgetReceipt(number);
    }
    setReports(myReports());
  };
  if (reports.length === 0) return null;
  return (
    <section className={card.card} aria-labelledby="mine">
      <h2 id="mine">{texts.mine}</h2>
      <ul className={classes.list}>
        {reports.map(({ number, title }) => (
          <li key={number}>
            <Link href={`/ikuti/${encodeURIComponent(number)}`}>
              <strong>{title}</strong>
              <span>{number}</span>
            </Link>
            <Button size="sm" variant="default" onClick={() => forget([number])}>
              {texts.forget}
              <span className="visually-hidden"> {number}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p>{texts.mineWhy}</p>
      <div>
        <Button variant="default" onClick={() => forget(reports.map(({ number }) => number))}>
          {texts.forgetAll}
        </Button>
      </div>
    </section>
  );
}

function FollowedList() {
  const texts = useJoiningTexts();
  const [all] = useState(followed);
  if (all.length === 0) return null;
  return (
    <section className={card.card} aria-labelledby="followed">
      <h2 id="followed">{texts.list}</h2>
      <ul className={classes.list}>
        {all.map(({ number, title }) => (
          <li key={number}>
            <Link href={`/register/${encodeURIComponent(number)}`}>
              <strong>{title}</strong>
              <span>{number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function MyList() {
  return (
    <>
      <Mine />
      <FollowedList />
    </>
  );
}
