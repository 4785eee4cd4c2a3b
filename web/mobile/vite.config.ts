import { defineConfig, type Plugin } from 'vite'
import uni from '@dcloudio/vite-plugin-uni'
import { installable } from './pwa/plugin'

// The framework's own style sheets and runtime name a content delivery network. Our pages must never
// reach another origin, so those addresses are emptied when the bundle is written;
// scripts/check-output.mjs then proves that none is left.
function noForeignAddresses(): Plugin {
  const foreign = /https?:\/\/(?:cdn\.dcloud\.net\.cn|at\.alicdn\.com)[^"')\s]*/g
  return {
    name: 'no-foreign-addresses',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(foreign, 'data:,')
        else if (typeof file.source === 'string') {
          file.source = file.source.replace(foreign, 'data:,')
        }
      }
    },
  }
}

const server = process.env.MASHANG_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/m/',
  plugins: [uni(), noForeignAddresses(), installable()],
  server: { proxy: { '/api': server } },
})
