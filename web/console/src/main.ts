// Puts the console together and starts it.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
import { ApiError, wire } from './api/client'
import { forgetSession, session } from './api/session'
import { anyDraft } from './forms/drafts'
import { applyPreferences, language } from './lib/preferences'
import { i18n } from './locales'
import { router } from './router'
import './theme'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // A refusal stays a refusal; only silence and overload are worth asking again.
      retry: (count, error) => !(error instanceof ApiError && error.definite) && count < 2,
    },
  },
})

wire({
  csrf: () => session.value?.csrf,
  language: () => language.value,
  signedOut: () => {
    const here = router.currentRoute.value
    forgetSession()
    if (here.name === 'sign-in') return
    void router.push({ name: 'sign-in', query: { to: here.fullPath, ended: '1' } })
  },
})

addEventListener('beforeunload', (event) => {
  if (anyDraft()) event.preventDefault()
})

applyPreferences()
createApp(App).use(VueQueryPlugin, { queryClient: client }).use(i18n).use(router).mount('#app')
