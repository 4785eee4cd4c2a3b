// The English words of following one's matters, by the keys of zh-following.ts.
import type { following as zh } from './zh-following'

export const following: Record<keyof typeof zh, string> = {
  'receipt.code': 'Receipt code',
  'receipt.code.why':
    'With the number and this code you can look it up without signing in. The code is yours alone; keep it.',
  'receipt.copy': 'Copy number and code',
  'receipt.copied': 'Copied.',
  'receipt.copied.text': 'Message number {number}, receipt code {code}',
  'receipt.picture': 'Save as a picture',
  'receipt.picture.failed': 'This browser can’t save pictures. Take a screenshot, or write it down.',
  'receipt.show': 'Receipt code',
  'receipt.how': 'How to look it up',
  'receipt.how.1': 'On the home page of Mashang, tap “Look up by number”.',
  'receipt.how.2': 'Type the message number and the receipt code.',
  'receipt.how.3': 'Your family can do it for you; these two are all they need.',

  'lookup.title': 'Look up by number',
  'lookup.lead':
    'No need to sign in. Both are on the page “Message delivered”, and in the picture you saved.',
  'lookup.number': 'Message number',
  'lookup.number.hint': 'such as LY20261124-000001',
  'lookup.code': 'Receipt code',
  'lookup.code.hint': '8 letters and digits, such as K7QF-2M9X',
  'lookup.find': 'Look it up',
  'lookup.again': 'Look up another',
  'lookup.need': 'Please fill this in.',
  'lookup.to': 'To deputy {name}, {time}',
  'lookup.more':
    'The text of the message, your name and number are not shown here. To read it all, add to it or rate it, sign in.',
  'lookup.short': 'With number and receipt code, without signing in',

  'holder.mine.asked_back': 'The deputy asks you to add more',
  'holder.mine.answered': 'The deputy has answered; you may rate it',
  'holder.mine.with_deputy': 'Waiting for you',
  'holder.mine.result_back': 'There is a result; please pass it on',
  'holder.mine.proposed': 'Waiting for you to adopt it or not',
  'holder.mine.drafted': 'You are drafting it',
  'holder.mine.evaluating': 'Replied; please evaluate it',

  'case.why': 'Why this date',
  'case.live': 'Now: {state}. {holder}',

  'joins.mine': 'A neighbour has told of the same matter',
  'joins.mine.text': 'The deputy handles both together; you see progress and answers as always.',

  'privacy.title': 'My data',
  'privacy.short': 'See, download, correct, erase',
  'privacy.kept': 'What is kept about you',
  'privacy.kept.1': 'Your name and phone number',
  'privacy.kept.2': 'Your messages, with attachments and positions',
  'privacy.kept.3': 'What happened to each, the answers, and your ratings',
  'privacy.kept.4': 'Which notice on personal data you agreed to, and when',
  'privacy.export': 'Download my data',
  'privacy.export.text': 'One file with everything listed above, for you to keep.',
  'privacy.export.done': 'Downloaded; you find it among the downloads of your phone.',
  'privacy.export.copied': 'Copied; paste it where you want to keep it.',
  'privacy.correct': 'Correct my name',
  'privacy.correct.text': 'Name now: {name}',
  'privacy.name': 'The right name',
  'privacy.correct.do': 'Correct it',
  'privacy.correct.done': 'Your name is corrected.',
  'privacy.phone':
    'You sign in by your phone number. If you have a new one, sign in with that, or ask at the station.',
  'privacy.erase': 'Erase my account and my data',
  'privacy.erase.text':
    'Your name and number are wiped out, and you can’t sign in to see them any more.',
  'privacy.erase.stays': 'What stays',
  'privacy.erase.stays.1': 'While a matter is open your data is locked, and erased by itself after it.',
  'privacy.erase.stays.2':
    'What happened to a matter must be kept at least 6 months, as a rule 3 years; without your name and number.',
  'privacy.erase.do': 'Erase my account',
  'privacy.erase.sure': 'Really erase it?',
  'privacy.erase.sure.text': 'It can’t be undone. To keep a copy, download it first.',
  'privacy.erase.yes': 'Yes, erase it',
  'privacy.erase.no': 'No, keep it',
  'privacy.erased': 'Erased',
  'privacy.locked': 'Locked, and erased once all is closed',

  'notices.title': 'How to tell me',
  'notices.short': 'By which way you hear of news',
  'notices.lead':
    'You are told when somebody answers, asks you for more, or has a result. Choose one way:',
  'notices.push': 'Push',
  'notices.push.text':
    'By this browser, even while the page is closed. It asks for permission once you tap it.',
  'notices.wechat': 'WeChat service notice',
  'notices.wechat.text': 'In the WeChat mini-program.',
  'notices.sms': 'SMS',
  'notices.sms.text': 'To the number you sign in with.',
  'notices.none': 'Not at all',
  'notices.none.text': 'You look yourself, whenever you like.',
  'notices.no': 'Not available now: {why}',
  'notices.saved': 'Changed.',
  'notices.push.denied':
    'Not permitted. Allow notifications in the settings of your browser, and choose again.',
  'notices.push.missing': 'This browser has no push; please choose another way.',
  'notices.now': 'In use',

  'form.again': 'What you had not finished is back.',
  'form.discard': 'Clear it',
  'sign.lost': 'Your session has ended. What you wrote is kept: sign in and go on.',
}
