// The demo phone: a stand-in for the phones of the made-up people.

import type { demoPhone as english } from '../en/demoPhone'

export const demoPhone: typeof english = {
  title: '示範手機',
  notReal: '替代品，不是真正的手機',
  of: '{{name}} 的手機',
  ofNobody: '尚無人設定此號碼',
  all: '所有手機',
  whose: '誰的手機',
  number: '{{name}}，{{number}}',
  emptyTitle: '文字簡訊會出現在這裡',
  emptyText: '示範傳送文字簡訊時，您會在這支手機上看到。',
  messages: '訊息',
  to: '傳送給 {{name}}',
  copy: '複製驗證碼',
  copyName: '複製驗證碼 {{code}}',
  arrived: '給 {{name}} 的新訊息：{{text}}',
}
