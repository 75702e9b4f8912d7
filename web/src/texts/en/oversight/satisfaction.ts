// How satisfied reporters are, in figures, in English.
import type { satisfaction as indonesian } from '../../id/oversight/satisfaction.ts';
import { rating } from '../reporter/rating.ts';

export const satisfaction: typeof indonesian = {
  title: 'How satisfied reporters are',
  why: 'The last rating of each report, for the office whose answer was in force then. The lowest first.',
  none: 'No ratings in this span yet.',
  office: 'Office',
  kind: 'Kind',
  score: 'Rating',
  mean: 'Mean',
  number: 'Ratings',
  tile: 'Rated by reporters',
  meanOf: (mean) => `Mean ${mean} of 5`,
  comments: {
    title: 'What reporters say',
    why: 'What reporters wrote as they rated answers of offices of this part, the latest first.',
    report: 'Report',
    said: 'In their words',
  },
  scores: rating.scores,
};
