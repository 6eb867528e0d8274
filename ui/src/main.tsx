// Starts the main window: requests settings and status while the page's code is still loading.

import { createRoot } from 'react-dom/client'

import { Styled } from './app/Styled'
import { keepOwnWordsUnselected } from './app/own-words'
import { fetchFirstPage } from './app/pages'
import { Window } from './app/Window'
import { openSettings } from './state/settings'
import { currentStatus, followStatus } from './state/status'

async function open() {
  keepOwnWordsUnselected()
  const status = followStatus().then(() => {
    fetchFirstPage()
    return currentStatus()?.demo ? followDemo() : undefined
  })
  await Promise.all([openSettings(), status])
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <Styled>
      <Window />
    </Styled>,
  )
}

/** In the demo, the window has the demo's clock before it shows a time. */
async function followDemo() {
  const { followStage } = await import('./stage/follow')
  await followStage()
}

void open()
