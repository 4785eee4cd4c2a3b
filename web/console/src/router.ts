// The pages and their addresses.
// Invariant: without a session only the sign-in page is shown, and it leads back to where one was.
import { createRouter, createWebHashHistory, type RouteLocationNormalized } from 'vue-router'
import { loadSession, session } from '@/api/session'

export const router = createRouter({
  history: createWebHashHistory('/console/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('@/views/SignIn.vue') },
    {
      path: '/',
      component: () => import('@/views/AppShell.vue'),
      children: [
        { path: '', name: 'home', component: () => import('@/views/HomePage.vue') },
        { path: 'queues/:queue', name: 'queue', component: () => import('@/views/QueuePage.vue') },
        { path: 'inbox/:box', name: 'inbox', component: () => import('@/views/InboxPage.vue') },
        { path: 'orders/:id(\\d+)', name: 'order', component: () => import('@/views/OrderPage.vue') },
        { path: 'messages/:id(\\d+)', name: 'message', component: () => import('@/views/MessagePage.vue') },
        { path: 'suggestion-queues/:queue', name: 'suggestions', component: () => import('@/views/SuggestionsPage.vue') },
        { path: 'suggestions/new', name: 'new-suggestion', component: () => import('@/views/DraftPage.vue') },
        { path: 'suggestions/:id(\\d+)', name: 'suggestion', component: () => import('@/views/SuggestionPage.vue') },
        { path: 'warnings', name: 'warnings', component: () => import('@/views/WarningsPage.vue') },
        { path: 'posters', name: 'posters', component: () => import('@/views/PostersPage.vue') },
        { path: 'regulation', name: 'regulation', component: () => import('@/views/RegulationPage.vue') },
        { path: 'rules/:kind?', name: 'rules', component: () => import('@/views/RulesPage.vue') },
        { path: ':rest(.*)*', name: 'nowhere', component: () => import('@/views/NowherePage.vue') },
      ],
    },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

export async function guard(to: RouteLocationNormalized) {
  if (to.name === 'sign-in') return true
  // A server that cannot be reached is told of by the sign-in page, which asks it for the city's name.
  await loadSession().catch(() => undefined)
  return session.value ? true : { name: 'sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
}

router.beforeEach(guard)
