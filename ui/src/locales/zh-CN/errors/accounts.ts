// Accounts of the authenticator, and links that bring them.

import type { accounts as english } from '../../en/errors/accounts'

export const accounts: typeof english = {
  link_not_otpauth: {
    title: '这不是帐户链接',
    next: '必须以 otpauth:// 开头。请复制完整的链接。',
  },
  link_broken: {
    title: '链接被断成多行',
    next: '其密钥可能缺少一部分，因此未添加任何内容。请将链接粘贴为一行，或扫描其二维码。',
  },
  link_too_long: {
    title: '链接太长',
    next: '请向颁发者索取其他链接。',
  },
  link_kind_unknown: {
    title: '链接要求的验证码类型未知',
    detail: '找到的值：{{value}}。',
    next: '请向颁发者索取其他链接。',
  },
  link_export_damaged: {
    title: '无法读取此导出',
    next: '它不完整或已损坏。请在另一个应用中再次显示 QR 码，然后重新扫描。',
  },
  export_value_unknown: {
    title: '此导出中有一个无法识别的条目',
    detail: '找到：{{field}} {{value}}。',
    next: '请使用该帐户自己的 QR 码，或手动添加。',
  },
  secret_missing: {
    title: '缺少密钥',
    next: '请复制完整的链接，或输入密钥。',
  },
  secret_not_base32: {
    title: '这不是密钥',
    detail: '错误的字符：{{character}}，位于第 {{position}} 个位置。',
    next: '密钥由字母 A 到 Z 和数字 2 到 7 组成。请更正后重试。',
  },
  secret_too_long: {
    title: '密钥太长',
    next: '请更正后重试。',
  },
  algorithm_unknown: {
    title: '未知的算法',
    detail: '找到的值：{{value}}。',
    next: 'Proofup 支持 SHA1、SHA256 和 SHA512。请向颁发者索取其他链接。',
  },
  steam_needs_sha1: {
    title: 'Steam 验证码只能使用 SHA1 生成',
    detail: '找到的值：{{value}}。',
    next: '请选择 SHA1。',
  },
  digits_out_of_range: {
    title: '无法使用此位数',
    detail: '找到的值：{{value}}。',
    next: '验证码有 1 到 9 位；Steam 验证码有 5 个字符。',
  },
  period_out_of_range: {
    title: '无法使用此时间间隔',
    detail: '找到的值：{{value}}。',
    next: '请使用 1 到 86,400 秒。大多数帐户使用 30 秒。',
  },
  counter_out_of_range: {
    title: '无法使用此计数器',
    detail: '找到的值：{{value}}。',
    next: '请使用 0 或更大的整数。',
  },
  account_name_empty: {
    title: '帐户需要名称',
    next: '请输入颁发者或帐户名称。',
  },
  account_name_too_long: {
    title: '名称太长',
    next: '请最多使用 256 个字符。',
  },
  account_name_invalid: {
    title: '名称包含无法显示的字符',
    next: '请输入名称，不要粘贴。',
  },
  note_too_long: {
    title: '备注太长',
    next: '请最多使用 {{most}} 个字符。',
  },
  tag_too_long: {
    title: '标签太长',
    next: '请最多使用 {{most}} 个字符。',
  },
  tags_too_many: {
    title: '标签太多',
    next: '一个帐户最多可有 {{most}} 个标签。请先移除一个。',
  },
  icon_too_large: {
    title: '图片太大',
    next: '请选择不超过 10 MB 的图片。',
  },
  account_exists: {
    title: '你已经有此帐户',
    next: '你可以使用列表中该帐户的验证码。',
  },
  account_gone: {
    title: '此帐户已不存在',
    next: '列表已更新。',
  },
}
