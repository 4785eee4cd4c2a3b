// A bad line between a phone and the server: a proxy that, while it is told to, cuts every upload after
// so many bytes, as a tunnel or a lift does. Invariant: whatever is not cut passes unchanged.
import { createServer, request } from 'node:http'

export async function startCutter() {
  const line = { cutsAfter: Infinity, cuts: 0 }

  function watch(asked, onward) {
    let passed = 0
    asked.on('data', (chunk) => {
      passed += chunk.length
      if (passed < line.cutsAfter) return
      line.cuts += 1
      onward.destroy()
      asked.socket.destroy()
    })
  }

  const server = createServer((asked, answer) => {
    const { hostname, port, pathname, search } = new URL(asked.url)
    const { method, headers } = asked
    const onward = request({ hostname, port, path: pathname + search, method, headers }, (back) => {
      answer.writeHead(back.statusCode, back.headers)
      back.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.on('error', () => onward.destroy())
    answer.on('close', () => onward.destroy())
    if (method === 'POST' && pathname.endsWith('/attachments')) watch(asked, onward)
    asked.pipe(onward)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  line.proxy = { server: `http://127.0.0.1:${server.address().port}`, bypass: '<-loopback>' }
  line.stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return line
}
