// The mini-program is one package for everybody, so it has to be told where its server is.
//   node scripts/public-url.mjs          a release: WeChat lets it ask https only
//   node scripts/public-url.mjs trial    for the developer tools, with the check of addresses switched off
const trial = process.argv[2] === 'trial'
const url = process.env.MASHANG_PUBLIC_URL ?? ''
const wanted = trial ? /^https?:\/\/[^/\s]+$/ : /^https:\/\/[^/\s]+$/
const example = 'MASHANG_PUBLIC_URL=https://mashang.example.gov.cn npm run build:mp-weixin'

function fault() {
  if (!url) return 'MASHANG_PUBLIC_URL is missing: the mini-program must know the address of the server.'
  if (wanted.test(url)) return undefined
  const form = 'it must be a scheme and a host, without a path or a slash at the end'
  return url.startsWith('http://')
    ? `MASHANG_PUBLIC_URL is ${url}: a release may only ask https (for a trial: npm run build:mp-weixin:trial).`
    : `MASHANG_PUBLIC_URL is ${url}: ${form}.`
}

const found = fault()
if (found) {
  console.error(`${found}\nFor example: ${example}`)
  process.exit(1)
}
