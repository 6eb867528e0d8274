// What every language has words for: what English has.

import type english from './en'

export type Words = typeof english
