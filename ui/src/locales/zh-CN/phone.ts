// Phones: numbers, and verifying them.

import type { phone as english } from '../en/phone'

export const phone: typeof english = {
  types: {
    mobile: '身份验证电话',
    office: '办公电话',
    alternateMobile: '备用身份验证电话',
  },
  /** In the middle of a sentence. */
  named: {
    mobile: '身份验证电话',
    office: '办公电话',
    alternateMobile: '备用身份验证电话',
  },
  country: '国家/地区',
  noCountry: '未找到国家/地区',
  number: '电话号码',
  stored: '将保存为 {{number}}',
  missing: '请先输入电话号码。',
  sent: '我们已将包含验证码的短信发送到 {{number}}。',
  verified: '验证日期：{{date}}',
  notSetUp: '未设置',
  readOnly: '由你的组织设置',
  addTitle: '添加{{name}}',
  changeTitle: '更改{{name}}',
  addText: '我们会通过短信发送验证码。输入验证码后才会保存此号码。',
  changeText: '我们会将验证码发送到新号码。在你输入验证码之前，会保留旧号码。',
  saved: '已保存电话号码',
  deleteTitle: '是否删除此电话号码？',
  deleteText: '你将无法再使用{{name}}登录。',
  deleted: '已删除电话号码',
  extension: '分机号',
  extensionHint: '如果需要通过总机转接给你',
  sentToReply: '我们已将短信发送到 {{number}}。请用验证码回复，或在此输入验证码。',
  calling: '我们正在拨打 {{number}}。',
  answer: '请接听电话并按 #',
  waiting: '正在等待你的电话',
  callAgain: '再次呼叫我',
  askAdmin: '此号码由你的组织设置。请让管理员更改。',
  firstTheOther: '请先设置身份验证电话',
  setByOrganization: '你的组织已设置此号码：{{number}}。',
  officeCalled: '我们会拨打此电话，不会向它发送短信。',
  addCall: '我们会拨打此电话。接听并按 # 后才会保存此号码。',
  changeCall: '我们会拨打新号码。在你接听并按 # 之前，会保留旧号码。',
}
