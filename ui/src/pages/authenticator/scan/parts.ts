// An export of Google Authenticator comes in parts, one QR code each.

import type { ExportPart, Found } from '../../../backend/scan'

/** A part, with its accounts as they were read: two exports may have the same number. */
export interface KnownPart extends ExportPart {
  accounts: string
}

export interface MissingPart {
  /** Counted from 1. */
  part: number
  parts: number
}

export function partsOf({ drafts, exports }: Found): KnownPart[] {
  return exports.map((part) => {
    const own = drafts.filter(({ draftId }) => part.draftIds.includes(draftId))
    const said = own.map(({ issuer, account, kind, algorithm, digits, period }) => [issuer, account, kind, algorithm, digits, period])
    return { ...part, accounts: JSON.stringify(said) }
  })
}

export function isThere(known: KnownPart[], { accounts, ...wanted }: KnownPart): boolean {
  return known.some((one) => isPart(one, wanted) && one.accounts === accounts)
}

function isPart(one: ExportPart, { export: id, part, parts }: Omit<ExportPart, 'draftIds'>): boolean {
  return one.export === id && one.part === part && one.parts === parts
}

/** The missing parts of every export that is incomplete. */
export function missingParts(known: ExportPart[]): MissingPart[] {
  const exports = new Map(known.map(({ export: id, parts }) => [`${id} of ${parts}`, { export: id, parts }]))
  return [...exports.values()].flatMap((one) =>
    Array.from({ length: one.parts }, (_, part) => ({ ...one, part }))
      .filter((wanted) => !known.some((part) => isPart(part, wanted)))
      .map(({ part, parts }) => ({ part: part + 1, parts })),
  )
}
