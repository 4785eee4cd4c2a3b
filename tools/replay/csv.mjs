// CSV (RFC 4180): quoted fields may hold commas, quotes and line ends.

/** @returns {{columns: string[], rows: Record<string, string>[]}} */
export function readCsv(text) {
  const records = recordsOf(text.replace(/^\uFEFF/, ''))
  const [columns = [], ...lines] = records
  const rows = lines
    .filter((fields) => fields.length > 1 || fields[0] !== '')
    .map((fields) => Object.fromEntries(columns.map((name, i) => [name, fields[i] ?? ''])))
  return { columns, rows }
}

function recordsOf(text) {
  const records = []
  let fields = []
  let field = ''
  let quoted = false
  const endField = () => {
    fields.push(field)
    field = ''
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') field += c
      else if (text[i + 1] === '"') field += text[++i]
      else quoted = false
    } else if (c === '"' && field === '') quoted = true
    else if (c === ',') endField()
    else if (c === '\n') {
      endField()
      records.push(fields)
      fields = []
    } else if (c !== '\r') field += c
  }
  if (field !== '' || fields.length > 0) {
    endField()
    records.push(fields)
  }
  return records
}
