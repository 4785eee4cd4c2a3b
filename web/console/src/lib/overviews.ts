// Who begins with an overview instead of a first queue: those who watch over the whole.
import { type Component, defineAsyncComponent } from 'vue'

export const overviews: Record<string, Component> = {
  supervisor: defineAsyncComponent(() => import('@/views/SupervisorHome.vue')),
  administrator: defineAsyncComponent(() => import('@/views/AdministratorHome.vue')),
}
