// Something half done waits behind another page.

import type { unfinished as english } from '../en/unfinished'

export const unfinished: typeof english = {
  signIn: '您正在登入',
  registration: '您的帳戶尚未設定完成',
  text: '輸入的內容都還在，準備好時請返回。',
  back: '返回',
}
