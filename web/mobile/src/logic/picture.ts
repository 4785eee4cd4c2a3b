// The receipt as a picture to keep. It is always dark on light, whatever the page looks like, because
// it is printed and shown to others.
// #ifdef H5
import { t } from '@/i18n'

const WIDTH = 720
const HEIGHT = 560
const PAPER = '#ffffff'
const INK = '#20242b'
const RED = '#9c231d'
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

interface Line {
  text: string
  size: number
  y: number
  colour?: string
  bold?: boolean
}

function linesOf(number: string, code: string): Line[] {
  return [
    { text: t('app.name'), size: 34, y: 84, colour: RED, bold: true },
    { text: t('receipt.number'), size: 28, y: 168 },
    { text: number, size: 46, y: 226, bold: true },
    { text: t('receipt.code'), size: 28, y: 306 },
    { text: code, size: 76, y: 390, colour: RED, bold: true },
    { text: t('lookup.short'), size: 24, y: 468 },
    { text: location.host, size: 24, y: 510 },
  ]
}

function draw(number: string, code: string): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = RED
  pen.fillRect(0, 0, WIDTH, 14)
  for (const { text, size, y, colour, bold } of linesOf(number, code)) {
    pen.font = `${bold ? 'bold ' : ''}${size}px ${FONT}`
    pen.fillStyle = colour ?? INK
    pen.fillText(text, 48, y, WIDTH - 96)
  }
  return canvas
}

/** Hands the picture to the browser as a download; whether that was possible. */
export function saveReceipt(number: string, code: string): Promise<boolean> {
  const canvas = draw(number, code)
  if (!canvas) return Promise.resolve(false)
  return new Promise((resolve) => {
    canvas.toBlob((picture) => {
      if (picture) download(picture, `${number}.png`)
      resolve(picture !== null)
    }, 'image/png')
  })
}

export function download(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
// #endif
