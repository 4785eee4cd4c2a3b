// Rules: the tables as `mashang rules` prints them, their rows by kind, with roles by their codes.
import { run } from './server.mjs'

export async function readRules() {
  const { lifecycles } = JSON.parse((await run(['rules', '--format', 'json'])).out)
  const plain = (row) => ({ ...row, who: row.who.map(({ role }) => role) })
  return Object.fromEntries(lifecycles.map(({ kind, rows }) => [kind, rows.map(plain)]))
}

export const isOfPeople = (row) => !row.who.includes('system')
