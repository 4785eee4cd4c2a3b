// A figure of the duty record as people read it; a figure without cases has no average to tell.
import type { Figure } from '@/api/duty'
import { t } from '@/i18n'

const rounded = (value: number) => String(Math.round(value * 10) / 10)

export function figureText(figure: Figure): string {
  if (figure.average_hours !== undefined) return t('duty.hours', { n: rounded(figure.average_hours) })
  if (figure.percent !== undefined) return t('duty.percent', { n: rounded(figure.percent) })
  return figure.count === undefined ? t('duty.none') : t('duty.count', { n: figure.count })
}
