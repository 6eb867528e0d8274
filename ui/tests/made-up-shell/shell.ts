// A fake shell: it answers every command from data that a test or the preview sets up.

import { answers, type Answers } from './answers'
import { newWorld, type World } from './world'

type Heard = (payload: unknown) => void

class Shell {
  world: World = newWorld()
  /** Answers that a test set in place of the usual ones. */
  instead: Partial<Answers> = {}
  calls: { command: string; args: Record<string, unknown> }[] = []
  /** How many calls are waiting for the shell's part of an answer. */
  unanswered = 0
  /** The delay of the next answer in milliseconds. */
  lateness: () => number = () => 0
  private readonly listeners = new Map<string, Set<Heard>>()

  reset() {
    this.world = newWorld()
    this.instead = {}
    this.calls = []
    this.listeners.clear()
  }

  async call(command: string, args: Record<string, unknown>): Promise<unknown> {
    this.calls.push({ command, args })
    const answer = await this.inTime(() => {
      const answer = this.instead[command] ?? answers[command]
      if (!answer) throw fault('app_fault', { detail: `no answer to ${command}` })
      return answer(args, this.world, (event, payload) => this.emit(event, payload))
    })
    return structuredClone(answer) ?? null
  }

  /** Never synchronous, like a real shell. */
  private async inTime<T>(answer: () => T) {
    const late = this.lateness()
    this.unanswered += 1
    try {
      await (late > 0 ? new Promise((resolve) => setTimeout(resolve, late)) : Promise.resolve())
      return answer()
    } finally {
      this.unanswered -= 1
    }
  }

  hear(event: string, heard: Heard): () => void {
    const all = this.listeners.get(event) ?? new Set()
    all.add(heard)
    this.listeners.set(event, all)
    return () => all.delete(heard)
  }

  emit(event: string, payload: unknown = null) {
    for (const heard of this.listeners.get(event) ?? []) heard(structuredClone(payload))
  }

  /** The arguments of the last call of a command. */
  lastCall(command: string): Record<string, unknown> | undefined {
    return this.calls.findLast((made) => made.command === command)?.args
  }
}

export function fault(code: string, params: Record<string, unknown> = {}) {
  return { code, params, correlationId: 'c7a2f9e0-5b1d', time: Date.UTC(2026, 2, 12, 9, 41) }
}

export const shell = new Shell()
