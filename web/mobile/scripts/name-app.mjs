// Puts the account of the city into the built mini-program; without one it opens in the developer tools
// as a visitor's. The account stands in no file of ours, because every city has its own.
import { readFileSync, writeFileSync } from 'node:fs'

const appid = process.env.MASHANG_WECHAT_APPID
const file = new URL('../dist/build/mp-weixin/project.config.json', import.meta.url)

if (appid && !/^wx[0-9a-f]{16}$/.test(appid)) {
  console.error(`MASHANG_WECHAT_APPID is ${appid}: it must be "wx" and sixteen digits or letters from a to f.`)
  process.exit(1)
}
const settings = JSON.parse(readFileSync(file, 'utf8'))
if (appid) writeFileSync(file, JSON.stringify({ ...settings, appid }, undefined, 2))
else console.log('No MASHANG_WECHAT_APPID: the package has no account yet, and can only be looked at.')
