// What a screen reader is told of a page, from the browser's own tree of it.

const SPOKEN = new Set(['button', 'link', 'textbox', 'searchbox', 'checkbox', 'radio', 'combobox', 'slider', 'tab'])

/** The tree as the browser hands it to assistive technology, without what is hidden from it. */
export async function accessibleTree(page) {
  const line = await page.context().newCDPSession(page)
  try {
    const { nodes } = await line.send('Accessibility.getFullAXTree')
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const flat = []
    const walk = (node, depth) => {
      if (!node) return
      const told = !node.ignored && node.role?.value
      if (told) flat.push({ depth, role: node.role.value, name: node.name?.value?.trim() ?? '', node })
      for (const child of node.childIds ?? []) walk(byId.get(child), depth + (told ? 1 : 0))
    }
    walk(nodes[0], 0)
    return flat
  } finally {
    await line.detach()
  }
}

/** Controls that would be read out as nothing but their kind; pages without a heading or a main part. */
export async function nameless(page) {
  const tree = await accessibleTree(page)
  const found = tree.filter(({ role, name }) => SPOKEN.has(role) && !name).map(({ role }) => `a ${role} without a name`)
  for (const [role, most] of [['main', 1], ['heading', Infinity]]) {
    const count = tree.filter((one) => one.role === role).length
    if (count < 1 || count > most) found.push(`${count} parts of the kind ${role}`)
  }
  return found
}
