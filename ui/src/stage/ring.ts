// A ring around the element that is used next, so that the audience looks there.

const SHOWN_FOR = 450
const ROOM = 5

export async function ring(element: HTMLElement): Promise<void> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const drawn = document.createElement('div')
  drawn.setAttribute('aria-hidden', 'true')
  Object.assign(drawn.style, {
    position: 'fixed',
    left: `${left - ROOM}px`,
    top: `${top - ROOM}px`,
    width: `${width + 2 * ROOM}px`,
    height: `${height + 2 * ROOM}px`,
    boxSizing: 'border-box',
    border: '3px solid #d83b01',
    borderRadius: '8px',
    boxShadow: '0 0 0 2px #ffffff',
    pointerEvents: 'none',
    zIndex: '10000000',
  })
  document.body.append(drawn)
  await new Promise((resolve) => setTimeout(resolve, SHOWN_FOR))
  drawn.remove()
}
