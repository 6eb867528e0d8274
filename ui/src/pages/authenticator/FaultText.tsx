// The text of a fault at a field: the error, and below the next step.

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
