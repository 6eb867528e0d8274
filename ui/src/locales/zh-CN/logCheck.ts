// Administration: the sign-in log is checked and exported.

import type { logCheck as english } from '../en/logCheck'

export const logCheck: typeof english = {
  verify: '验证日志',
  checking: '正在检查日志',
  progress: '{{checked}} / {{of}} 行',
  whole: '日志完整',
  wholeText: '已检查的行：{{checked}}。尚未密封：{{waiting}}。超过保留期限而删除：{{forgotten}}。',
  head: '请将最后一行及其哈希（{{head}}）保存在其他地方，日后可证明日志未被替换。',
  copyHead: '复制行和哈希',
  broken: '日志已被更改',
  brokenNext: '请查明谁能访问数据库，并与保存在其他地方的副本比较。',
  faults: {
    ends: '日志两端的记录已被更改，或使用其他服务器密钥写入。',
    no_ends: '日志两端的记录已丢失。',
    changed: '第 {{first}} 行已被更改，或不是由此服务写入。',
    changed_unsealed: '一个尚未密封的行已被更改，或不是由此服务写入。',
    moved: '第 {{first}} 行不属于此位置，或其次数已被更改。',
    missing: '第 {{first}} 到 {{last}} 行缺失。',
    behind: '第 {{first}} 行是在末尾之后添加的。',
    removals: '已删除行的记录已被更改。',
  },
  export: '导出',
  csv: '导出为 CSV',
  json: '导出为 JSON',
  folder: '选择存放日志的文件夹',
  saved: '已保存为 {{file}}',
}
