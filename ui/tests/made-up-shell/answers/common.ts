// What several of the answers need: the one right code, a picture, the time of a code.

import { fault } from '../shell'

export const RIGHT_CODE = '123456'

export const PERIOD = 30_000

export const QR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><rect width="29" height="29" fill="#fff"/><path d="M4 4h7v7H4zM18 4h7v7h-7zM4 18h7v7H4z"/><path fill="#fff" d="M5 5h5v5H5zM19 5h5v5h-5zM5 19h5v5H5z"/><path d="M6 6h3v3H6zM20 6h3v3h-3zM6 20h3v3H6zM13 4h1v3h-1zM15 6h2v1h-2zM12 12h2v2h-2zM15 13h4v1h-4zM20 14h3v2h-3zM13 16h3v1h-3zM12 19h2v3h-2zM16 18h3v2h-3zM20 20h4v1h-4zM17 22h2v3h-2zM22 23h3v2h-3z"/></svg>`

export function checkCode(code: string) {
  if (code !== RIGHT_CODE) throw fault('incorrect_code', { triesLeft: 4 })
}
