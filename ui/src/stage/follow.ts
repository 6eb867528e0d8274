// A window of the demo follows the stage: it has the demo's clock, and does what *Do it for me* asks.

import { onStageAct, onStageChanged, stage } from '../backend/stage'
import { perform } from './perform'

let ahead = 0
const computerClock = Date.now.bind(Date)

/** Sets the clock of this window, and does the acts. To be called once, when the window opens. */
export async function followStage(): Promise<void> {
  Date.now = () => computerClock() + ahead
  await onStageChanged(() => void readClock())
  await onStageAct((act) => void perform(act))
  await readClock()
}

async function readClock() {
  // Without an answer the clock stays as it is.
  ahead = await stage().then(({ clockAhead }) => clockAhead, () => ahead)
}
