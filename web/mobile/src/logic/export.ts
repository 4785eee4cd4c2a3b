// One's own data to take along: a browser saves it as a file; a mini-program has no downloads folder
// that people could open, so there it goes into the clipboard.
import { following } from '@/api/following'
import { t } from '@/i18n'
// #ifdef H5
import { download } from './picture'
// #endif

export async function takeData(): Promise<'saved' | 'copied'> {
  const data = JSON.stringify(await following.exported(), undefined, 2)
  // #ifdef H5
  download(new Blob([data], { type: 'application/json' }), `${t('app.name')}.json`)
  return 'saved'
  // #endif
  // #ifndef H5
  await new Promise<void>((resolve, reject) => {
    uni.setClipboardData({ data, success: () => resolve(), fail: reject })
  })
  return 'copied'
  // #endif
}
