// The overview of the organisation and its service: figures without names of people.

import type { Overview } from './generated/Overview'
import { call } from './tauri'

export type { Overview }

export const overview = () => call<Overview>('overview')
