// The browser tab says which page it holds, so that ten open orders can be told apart.
import { type MaybeRefOrGetter, toValue, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'

export function usePageTitle(title: MaybeRefOrGetter<string | undefined>): void {
  const { t } = useI18n()
  watchEffect(() => {
    const own = toValue(title)
    document.title = own ? `${own} · ${t('app.name')}` : t('app.name')
  })
}
