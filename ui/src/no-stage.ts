// Takes the place of the demo's stage in the pages for an organisation (`vite build --mode deployed`): no pages, no texts.

export const stage = {}
export const PanelColumn = () => null
export const followStage = () => Promise.resolve()
export default PanelColumn
