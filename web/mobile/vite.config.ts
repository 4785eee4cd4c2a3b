import { defineConfig, type Plugin } from 'vite'
import uni from '@dcloudio/vite-plugin-uni'
import { installable } from './pwa/plugin'

// The framework's own style sheets and runtime name a content delivery network. Our pages must never
// reach another origin, so those addresses are emptied when the bundle is written;
// scripts/check-output.mjs then proves that none is left.
function noForeignAddresses(): Plugin {
  const foreign =
    /https?:\/\/(?:cdn\.dcloud\.net\.cn|at\.alicdn\.com|uniapp\.dcloud\.net\.cn)[^"')\s]*/g
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

// In a mini-program the framework fetches a shadow three seconds after the start, from an address it
// puts together letter by letter. Without the call the function goes as well.
function noPreloading(): Plugin {
  return {
    name: 'no-preloading',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('uni-mp-weixin/dist/uni.mp.esm')) return undefined
      const call = /^\s*preloadAsset\(\);$/m
      if (!call.test(code)) this.error('the framework preloads its shadow in another way now')
      return { code: code.replace(call, ''), map: null }
    },
  }
}

const mini = process.env.UNI_PLATFORM === 'mp-weixin'
// A browser has its pages from the server; a mini-program must be told where that is.
const origin = mini ? (process.env.MASHANG_PUBLIC_URL ?? '') : ''
const server = process.env.MASHANG_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/m/',
  define: { 'import.meta.env.VITE_MASHANG_ORIGIN': JSON.stringify(origin) },
  plugins: [noPreloading(), uni(), noForeignAddresses(), installable()],
  server: { proxy: { '/api': server } },
})
