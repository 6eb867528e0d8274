// An export of Google Authenticator comes in parts, one QR code each.

import type { ExportPart } from '../../../backend/scan'

export interface MissingPart {
  /** Counted from 1. */
  part: number
  parts: number
}

export function isThere(known: ExportPart[], { export: id, part }: ExportPart): boolean {
  return known.some((one) => one.export === id && one.part === part)
}

/** The missing parts of every export that is incomplete. */
export function missingParts(known: ExportPart[]): MissingPart[] {
  const exports = new Map(known.map((part) => [part.export, part.parts]))
  return [...exports].flatMap(([id, parts]) =>
    Array.from({ length: parts }, (_, part) => part)
      .filter((part) => !isThere(known, { export: id, part, parts, draftIds: [] }))
      .map((part) => ({ part: part + 1, parts })),
  )
}
