// The program's own words are not text to select: Ctrl+A takes what can be copied, and nothing else. What a double click takes is
// said in `base.css`.

/** The element around a node from which text may be taken as a whole. */
function toCopy(node: Node | null): Element | null {
  let found: Element | null = null
  for (let element = node instanceof Element ? node : (node?.parentElement ?? null); element; element = element.parentElement) {
    if (getComputedStyle(element).userSelect === 'text') found = element
  }
  return found
}

export function keepOwnWordsUnselected() {
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.matches('input, textarea, [contenteditable]')) return
    event.preventDefault()
    const selection = getSelection()
    const text = toCopy(selection?.anchorNode ?? null)
    if (text) selection?.selectAllChildren(text)
  })
}
