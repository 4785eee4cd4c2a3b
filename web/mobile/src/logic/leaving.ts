// WeChat's own "back" leaves a page at once, and what was typed seems lost. While something stands
// there that was not sent, WeChat asks first and says that it is kept. A swipe is not asked about; it
// finds everything again all the same. Invariant: nothing is asked where nothing is written.
import { watch } from 'vue'
import { onUnload } from '@dcloudio/uni-app'
import { t } from '@/i18n'

export function useLeaving(written: () => boolean) {
  // #ifdef MP-WEIXIN
  // In a browser "back" goes one question back, and asks nobody either.
  const stop = watch(
    () => written() && t('write.leave'),
    (message) => {
      if (message) uni.enableAlertBeforeUnload({ message })
      else uni.disableAlertBeforeUnload({})
    },
    // Before the page goes on by itself, having sent what was written.
    { flush: 'sync' },
  )
  onUnload(stop)
  // #endif
}
