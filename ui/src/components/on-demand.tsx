// Code that is loaded when it is needed: dialogs, and parts that the first page does not show.

import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'

let fetching = 0

/** How many parts are loading. A test waits until there are none. */
export const partsOnTheirWay = () => fetching

/** Loads a part, and counts it until it is there. */
export async function fetchPart<T>(fetch: () => Promise<T>): Promise<T> {
  fetching += 1
  try {
    return await fetch()
  } finally {
    fetching -= 1
  }
}

/** A component that `fetch` loads. Until then, `meanwhile` is shown. */
export function onDemand<Props extends object>(fetch: () => Promise<ComponentType<Props>>, meanwhile?: (props: Props) => ReactNode): ComponentType<Props> {
  const Part = lazy(() => fetchPart(async () => ({ default: await fetch() })))
  return function OnDemand(props: Props) {
    return (
      <Suspense fallback={meanwhile?.(props)}>
        <Part {...props} />
      </Suspense>
    )
  }
}
