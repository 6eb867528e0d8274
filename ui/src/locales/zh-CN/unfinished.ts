// Something half done waits behind another page.

import type { unfinished as english } from '../en/unfinished'

export const unfinished: typeof english = {
  signIn: '你正在登录',
  registration: '你的帐户尚未设置完成',
  text: '输入的内容都还在，准备好后请返回。',
  back: '返回',
}
