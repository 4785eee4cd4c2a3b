// Nouns: under which noun each action of people is asked for. They stand here and are not read from
// the program, so that a renamed one is noticed.

export const NOUNS = {
  message: {
    look: 'look', answer: 'answer', answer_for_deputy: 'station-answer', ask_for_more: 'question',
    supplement: 'supplement', comment: 'comments', note_call: 'call-notes', publish: 'publication',
    unpublish: 'publication-end', pass_on_station: 'station-pass',
    pass_on_office: 'office-pass', pass_on_hotline: 'hotline-pass', give_back: 'give-back',
    relay: 'relay', rate: 'rating', ask_again: 'second-question', withdraw: 'withdrawal',
  },
  order: {
    accept: 'acceptance', reject: 'rejection', record: 'record', answer_on_line: 'line-answer',
    append: 'appending', tell_result: 'earlier-result', escalate: 'escalation', link: 'links',
    withdraw: 'withdrawal', dispatch: 'dispatch', sign_for: 'receipt', change_category: 'category',
    request_return: 'return', grant_return: 'return-grant', refuse_return: 'return-refusal',
    request_extension: 'extension', grant_extension: 'extension-grant',
    refuse_extension: 'extension-refusal', assist: 'assistance', reply: 'reply',
    promise: 'promise', report_progress: 'progress', unit_call_back: 'unit-callbacks',
    call_back: 'callbacks', redo: 'redo', supervise: 'supervised-redo',
    open_supervision: 'supervision', lift_supervision: 'supervision-end',
  },
  suggestion: {
    adopt: 'adoption', decline: 'declining', revise: 'revision', invite: 'invitations',
    sign_jointly: 'signature', file: 'filing', withdraw: 'withdrawal', turn_back: 'turning-back',
    enroll: 'registration', refer: 'referral', request_return: 'return',
    grant_return: 'return-grant', refuse_return: 'return-refusal', assist: 'assistance',
    report_progress: 'progress', reply_formally: 'reply', evaluate: 'evaluation',
  },
}

export const KINDS = Object.keys(NOUNS)
