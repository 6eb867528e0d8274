// The demo phone: a stand-in for the phones of the made-up people.

import type { demoPhone as english } from '../en/demoPhone'

export const demoPhone: typeof english = {
  title: '演示手机',
  notReal: '替代品，不是真正的手机',
  of: '{{name}} 的手机',
  ofNobody: '尚无人设置此号码',
  all: '所有手机',
  whose: '谁的手机',
  number: '{{name}}，{{number}}',
  emptyTitle: '短信会出现在这里',
  emptyText: '演示发送短信时，你会在这部手机上看到。',
  messages: '消息',
  to: '发送给 {{name}}',
  copy: '复制验证码',
  copyName: '复制验证码 {{code}}',
  arrived: '给 {{name}} 的新消息：{{text}}',
}
