// What an answer is: a function of the call's arguments, the made-up world, and what tells the window of a change.

import type { World } from '../world'

type Emit = (event: string, payload?: unknown) => void
type Answer = (args: Record<string, any>, world: World, emit: Emit) => unknown

/** By the names of the commands. */
export type Answers = Record<string, Answer>
