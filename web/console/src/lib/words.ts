// Picks the reader's language out of what the server says in two.
// Invariant: a code without a label is shown as the code, never as an empty place.
import { useVocabulary } from '@/api/queries'
import type { Labels, Text2, Vocabulary } from '@/api/types'
import { language } from './preferences'

export function say(text: Text2 | undefined): string {
  return text ? (text[language.value] ?? text.zh) : ''
}

type LabelSet = { [K in keyof Vocabulary]: Vocabulary[K] extends Labels ? K : never }[keyof Vocabulary]

/** `label('states', 'handling')` -> "办理中". */
export function useLabels() {
  const vocabulary = useVocabulary()
  const label = (set: LabelSet, code: string | undefined): string =>
    code === undefined ? '' : say(vocabulary.data.value?.[set]?.[code]) || code
  return { vocabulary: vocabulary.data, label }
}
