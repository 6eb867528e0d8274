// Equal names get numbers, so that their rows differ: the oldest is the first.

interface Named {
  id: string
  displayName: string
  createdDateTime: string
}

/** The name of each row, by its id. */
export function distinctNames(rows: readonly Named[]): ReadonlyMap<string, string> {
  const same = (name: string) => name.normalize('NFKC').trim().toLowerCase()
  const taken = new Set(rows.map(({ displayName }) => same(displayName)))
  const names = new Map<string, string>()
  const last = new Map<string, number>()
  for (const { id, displayName } of rows.toSorted((one, other) => Date.parse(one.createdDateTime) - Date.parse(other.createdDateTime))) {
    const key = same(displayName)
    if (rows.filter((row) => same(row.displayName) === key).length === 1) {
      names.set(id, displayName)
      continue
    }
    // A person may have named a device `vm (2)`.
    let number = (last.get(key) ?? 0) + 1
    while (taken.has(`${key} (${number})`)) number += 1
    last.set(key, number)
    names.set(id, `${displayName} (${number})`)
  }
  return names
}
