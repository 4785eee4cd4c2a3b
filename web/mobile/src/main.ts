import { createSSRApp } from 'vue'
import App from './App.vue'

// uni-app asks for a factory of this name, on every target.
export function createApp() {
  return { app: createSSRApp(App) }
}
