// How the console is built: static files under /console/, served by the same process as the API.
// Invariant: nothing in the output needs eval, an inline script or another origin.
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Where `npm run dev` finds a running server; the built pages always ask their own origin.
const server = process.env.MASHANG_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/console/',
  plugins: [vue()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  server: { proxy: { '/api': server } },
  build: {
    // Where the server built beside it looks for pages.
    outDir: '../../build/web/console',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      output: {
        // Libraries change seldom, so a release of ours leaves them in the browser's cache.
        codeSplitting: { groups: [{ name: 'lib', test: /node_modules/ }] },
      },
    },
  },
  define: {
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
