// By whom and when, in the words every panel uses.
import { useI18n } from 'vue-i18n'
import { language } from './preferences'
import { shortTime, useNow } from './time'

export function useStamp() {
  const { t } = useI18n()
  const now = useNow()
  const at = (instant: string): string => shortTime(instant, language.value, now.value)
  const by = (who: string, instant: string): string => (who ? t('case.by', { who, at: at(instant) }) : at(instant))
  return { at, by, now }
}
