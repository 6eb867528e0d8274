// The words of a fault at a field: what is wrong with it, and below what to do.

import type { FaultWords } from '../../components/fault-words'

export function FaultText({ title, detail, next }: FaultWords) {
  return (
    <>
      {title}
      <br />
      {[detail, next].filter(Boolean).join(' ')}
    </>
  )
}
