// What many places say.

import type { common as english } from '../en/common'

export const common: typeof english = {
  add: '添加',
  againCountdown: '{{action}}（{{time}}）',
  againIn: '{{time}}后可以重试。',
  back: '上一步',
  cancel: '取消',
  change: '更改',
  close: '关闭',
  copied: '已复制',
  copy: '复制',
  delete: '删除',
  done: '完成',
  hide: '隐藏',
  loading: '正在加载',
  messages: '消息',
  neverUsed: '从未使用',
  next: '下一步',
  no: '否',
  nothingFound: '未找到与“{{search}}”匹配的项',
  restarted: '页面停止运行，已重新启动',
  restartedText: '你刚才输入的内容可能已丢失。你的帐户和设置没有受到影响。',
  save: '保存',
  search: '搜索',
  show: '显示',
  signOut: '注销',
  tryAgain: '重试',
  verify: '验证',
  viewDetails: '查看详细信息',
  yes: '是',
}
