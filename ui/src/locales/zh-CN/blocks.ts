// Administration: fraud and blocks.

import type { blocks as english } from '../en/blocks'

export const blocks: typeof english = {
  title: '欺诈和阻止',
  blocked: '被阻止的用户',
  which: '要显示的阻止',
  states: {
    open: '当前被阻止',
    ended: '已结束',
    all: '所有阻止',
  },
  none: {
    open: '没有人被阻止。',
    ended: '尚无阻止结束。',
    all: '从未有人被阻止。',
  },
  by: {
    administrator: '由 {{who}} 于 {{time}} 阻止',
    fraud_report: '于 {{time}} 阻止：已报告欺诈',
    directory: '于 {{time}} 阻止：已在目录中禁用，或已不在目录中',
  },
  until: '直到 {{time}}',
  untilDirectory: '直到目录启用此帐户',
  ended: '已于 {{time}} 结束',
  lifted: '由 {{who}} 于 {{time}} 取消阻止：“{{reason}}”',
  unblockName: '取消阻止 {{name}}',
  locked: '已锁定的用户',
  lockedHint: '错误的密码或代码过多。锁定会自动结束。',
  noLocked: '没有人被锁定。',
  unlockName: '解锁 {{name}}',
  bypasses: '一次性跳过',
  bypassesHint: '这些用户的下一次登录不需要第二个步骤。',
  noBypasses: '没有待用的一次性跳过。',
  granted: '由 {{who}} 于 {{time}} 给予',
  left: '剩余 {{time}}',
  withdrawName: '收回 {{name}} 的一次性跳过',
  reports: '欺诈报告',
  reportsHint: '其他人尝试登录，并且用户已报告。每次报告都会结束所有正在进行的登录。',
  noReports: '没有欺诈报告。',
}
