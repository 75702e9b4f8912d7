// Deciding: forms, what happens next, what was done, what somebody else did meanwhile.
import type { deciding as indonesian } from '../../id/office/deciding.ts';
import { editor, sending } from './answering.ts';

const counted = (days: number) => `${days} working ${days === 1 ? 'day' : 'days'}`;

export const deciding: typeof indonesian = {
  editor,
  sending,
  title: 'Your decision',
  nothing: 'No decision is open to you now.',
  heldBy: (name) => `${name} holds this report.`,
  ended: 'This report has ended.',
  rejected: (until) =>
    `This report was rejected; its reporter may still object${until ? ` until ${until}` : ''}, and it then comes back to the office that rejected it.`,
  afterOriginal: (limit) => `${limit} after its original has ended`,
  bound: 'This disposition is binding, after it was returned several times; it cannot be returned again.',
  drafted: 'draft kept',
  waits: 'Waiting for the reporter to complete it; the clock of this step stands still.',
  office: 'Target office',
  officeOptional: 'Dispose at once to (may stay empty)',
  officeLater: 'Not yet, only verify',
  reason: 'Reason',
  reasonReporter: 'Reason (the reporter reads it)',
  reasonReporterOptional: 'Reason (the reporter reads it; may stay empty)',
  reasonOffices: 'Reason (offices read it, the reporter does not)',
  missing: 'What is to be completed (the reporter reads it)',
  toldAlready: 'How the reporter was told (where no e-mail address is confirmed; may be left for later)',
  told: 'How the reporter was told (read by offices)',
  remark: 'Remark for the target office (may stay empty)',
  text: 'Answer (the reporter reads it)',
  textRespond: 'First response (the reporter reads it)',
  textFurther: 'Message (the reporter reads it)',
  textAsk: 'Question (the reporter reads it)',
  letters: (letters: number, least: number) =>
    letters < least ? `${letters} of at least ${least} letters` : `${letters} letters`,
  tooShort: (least: number) =>
    `At least ${least} letters; spaces, digits and punctuation do not count. Say what was or will be done.`,
  duplicateOf: 'Number of the original',
  duplicateOfOptional: 'Number of the original (may stay empty)',
  duplicateHint:
    'Fill in when this report repeats another; the reporter of the original is told that there is one like it.',
  duplicateOnly:
    'Your office may only reject a report that repeats another; the reporter of the original is told that there is one like it.',
  changes: {
    title: 'About the report',
    was: (said) => `Now: ${said}`,
    empty: 'empty',
    kind: 'Kind',
    oversight: 'For oversight',
    subject: 'Title (everybody reads it)',
    category: 'Category',
    place: 'Where it happened',
    region: 'Region',
    happenedOn: 'When it happened',
    confidentiality: 'Confidentiality (can only be raised)',
  },
  template: 'Use a template',
  templatePick: 'Choose a template',
  alike: {
    title: (count) =>
      count === 0
        ? 'By its category'
        : count === 1
          ? 'Of 1 answered report like this one'
          : `Of ${count} answered reports like this one`,
    answered: (count, of) => `answered ${count} of ${of}`,
    returned: (count, reason) => `returned ${count}${reason ? `, last: ${reason}` : ''}`,
    usual: (category) => `usually has the category ${category}`,
  },
  nobodyThere: 'This office has no active officers: the report will wait until there is one.',
  nobodyThereSure: 'Yes, send it there all the same',
  noOffices: 'Your office has no offices below it yet.',
  nextTitle: 'Next',
  next: {
    mine: (step, name, limit) => `Stays with your office, step ${step}: ${name}. Limit ${limit}.`,
    down: (office, step, name, limit) => `Goes to ${office}, step ${step}: ${name}. Limit ${limit}.`,
    chosen: 'the office you choose',
    eachHolder: 'the office that holds it',
    up: (office, step, name, limit) =>
      `Goes back to ${office}, step ${step}: ${name}. Its limit starts anew: ${limit}.`,
    respond: (further) =>
      `The reporter gets this ${further ? 'message' : 'first response'}; the report stays at its step with the same deadline, and the time stays charged to its holder.`,
    respondReceives: (further, step, name, limit) =>
      `The reporter gets this ${further ? 'message' : 'first response'}, and the report is received: step ${step}: ${name}. Limit ${limit}. The time so far is charged to your office.`,
    further: (limit) => `The reporter gets this message; the ${limit} until closing start anew.`,
    answer: (limit) =>
      `The reporter gets this answer; the system closes after ${limit} of silence. The time so far is charged to your office.`,
    reject: (limit) =>
      `The reporter is told the reason and may object once within ${limit}; if not, the report ends. The time so far is charged to your office.`,
    rejectDuplicate: (limit) =>
      `The reporter is told, and follows the original from then on: its first response, answer and end. They may object until ${limit} after the original has ended. The time so far is charged to your office.`,
    completion: (limit) =>
      `The reporter gets this request and has ${limit} to complete the report; if not, it ends. Meanwhile the clock of this step and the whole limit stand still, and the time is not charged to your office; the limit of the first response runs on. Without a confirmed e-mail address their time begins once it is on record how they were told.`,
    recall: (from, step, name, limit) =>
      `Comes back to your office, step ${step}: ${name}. Its limit starts anew: ${limit}. The time so far stays charged to ${from}; that office and the reporter are told.`,
    correct: 'No deadline moves.',
    corrected:
      'The reporter is told the reason; what stood there stays in the record. The time stays charged to your office.',
    correctWhole: (was, is) =>
      `The whole limit of ${was} becomes ${is}, counted from the arrival at the agency.`,
    correctRow: (was, is) =>
      `The limit of this step of ${was} becomes ${is}, counted from the arrival at this step.`,
    extend: (more) =>
      `The limit of this step and the whole limit end ${more} later, once for this report; the reporter is told the reason. The time stays charged to your office.`,
    ask: 'The reporter gets this question and can write back; the report stays at its step with the same deadline, and the time stays charged to your office.',
    told: (limit) => `The reporter has ${limit} to complete it, from now on.`,
    firstResponseGoesOn:
      'A first response not yet given is owed by that office, by the limit that runs already.',
    firstResponse: (limit) =>
      `If there is none yet, a first response is owed to the reporter within ${limit}.`,
    binding: 'This disposition is binding: it cannot be returned.',
    charged:
      'The time so far is charged to your office; the reporter is sent nothing, but sees it on the page of their report.',
    whole: (days) =>
      days < 0
        ? `The whole limit passed ${counted(-days)} ago.`
        : `Of the whole limit ${counted(days)} ${days === 1 ? 'remains' : 'remain'}.`,
  },
  done: (number, what) => `${number} ${what}.`,
  doneWhat: {
    receive: () => 'received',
    accept: (office) => (office ? `verified and disposed to ${office}` : 'verified as ours'),
    dispose: (office) => `disposed to ${office ?? 'the target office'}`,
    return: () => 'returned',
    respond: () => 'responded to',
    answer: () => 'answered',
    reject: () => 'rejected',
    'request-completion': () => 'sent back for completion',
    told: () => 'on record: the reporter was told',
    recall: () => 'recalled',
    ask: () => 'asked about',
    correct: () => 'corrected',
    extend: () => 'extended',
  },
  now: (step, name) => `Now ${step}: ${name}.`,
  nowHeld: (holder) => `Held by ${holder}.`,
  nowDue: (moment) => `Due ${moment}.`,
  nextReport: 'This is the next report.',
  queueDone: 'The inbox with these filters is done.',
  failed: {
    nothingDone: 'The decision was not taken; nothing has changed. What you typed is still here.',
    uncertain:
      'It is not certain whether this decision was recorded. It is safe to send it again: the same decision is not taken twice.',
    again: (action) => `${action}: send again`,
  },
  changed: {
    title: 'This report has changed since you opened it',
    none: 'The changes could not be loaded yet.',
    keep: 'What you typed is still here. Check first whether your decision still holds.',
    proceed: 'I have read it, go on',
    notOpen: (action) =>
      `"${action}" is no longer open at the step where the report is now. Copy your text if you need it.`,
  },
  bulk: {
    title: (action, count) => `${action}: ${count} ${count === 1 ? 'report' : 'reports'}`,
    open: (count, of) => `Open for ${count} of the ${of} selected reports; the others are left out.`,
    original: (number) => `${number} is the original and is not decided along.`,
    submit: (action, count) => `${action}: ${count} ${count === 1 ? 'report' : 'reports'}`,
    working: (done, of) => `${done} of ${of} done …`,
    results: (good, bad) => (bad === 0 ? `${good} reports decided.` : `${good} done, ${bad} not.`),
    good: 'Done',
    bad: 'Not done',
    retry: 'Repeat what is not certain',
    list: 'Result of each report',
    many: (count) => `${count} reports are decided at once, in the same words.`,
    manySure: (action) => `Yes, ${action.toLowerCase()} all of them`,
  },
};
