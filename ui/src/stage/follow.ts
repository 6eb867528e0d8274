// A window of the demo follows the stage: it has the demo's clock, does what *Do it for me* asks, shows keys on a projector, and
// opens the phone by Ctrl+Shift+P.

import { onStageAct, onStageChanged, stage, stageOrder } from '../backend/stage'
import { showKeys } from './keys'
import { perform } from './perform'

let ahead = 0
const computerClock = Date.now.bind(Date)

/** Sets the clock of this window, and does the acts. To be called once, when the window opens. */
export async function followStage(): Promise<void> {
  Date.now = () => computerClock() + ahead
  await onStageChanged(() => void readClock())
  await onStageAct((act) => void perform(act))
  showKeys()
  document.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || !event.shiftKey || event.key.toLowerCase() !== 'p') return
    event.preventDefault()
    // A phone that does not open is asked for again.
    void stageOrder({ ask: 'show', window: 'phone' }).catch(() => undefined)
  })
  await readClock()
}

async function readClock() {
  // Without an answer the clock stays as it is.
  ahead = await stage().then(({ clockAhead }) => clockAhead, () => ahead)
}
