// The program's own texts cannot be selected: Ctrl+A selects only text for copying. `base.css` has the rule for the
// double click.

/** The element around a node whose text may be selected as a whole. */
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
