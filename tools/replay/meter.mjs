// Meter: one moving line on a screen; in a log, forty lines and no more.

export class Meter {
  constructor(all, done) {
    this.all = all
    this.done = done
    this.before = done
    this.since = Date.now()
    this.every = process.stderr.isTTY ? 1 : Math.max(1, Math.floor(all / 40))
  }

  seconds() {
    return ((Date.now() - this.since) / 1000).toFixed(0)
  }

  step() {
    this.done++
    if (this.done % this.every === 0 || this.done === this.all) this.#show()
  }

  #show() {
    const filled = Math.round((this.done / this.all) * 30)
    const rate = (this.done - this.before) / Math.max(0.001, (Date.now() - this.since) / 1000)
    const left = Math.ceil((this.all - this.done) / Math.max(rate, 0.001))
    const line = `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${this.done}/${this.all}  ${rate.toFixed(1)}/s  ${left} s left`
    process.stderr.write(process.stderr.isTTY ? `\r${line}  ` : `${line}\n`)
  }
}
