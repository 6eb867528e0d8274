// Accounts of the authenticator, and links that bring them.

import type { accounts as english } from '../../en/errors/accounts'

export const accounts: typeof english = {
  link_not_otpauth: {
    title: '這不是帳戶連結',
    next: '開頭必須是 otpauth://。請複製完整的連結。',
  },
  link_broken: {
    title: '連結被斷成多行',
    next: '其祕密金鑰可能缺少一部分，因此未新增任何內容。請將連結貼成一行，或掃描其 QR 碼。',
  },
  link_too_long: {
    title: '連結太長',
    next: '請向發行者索取其他連結。',
  },
  link_kind_unknown: {
    title: '連結要求的驗證碼類型不明',
    detail: '找到的值：{{value}}。',
    next: '請向發行者索取其他連結。',
  },
  link_export_damaged: {
    title: '無法讀取此匯出',
    next: '它不完整或已損毀。請在另一個應用程式中再次顯示 QR 代碼，然後重新掃描。',
  },
  export_value_unknown: {
    title: '此匯出中有一個無法辨識的項目',
    detail: '找到：{{field}} {{value}}。',
    next: '請使用該帳戶自己的 QR 代碼，或手動新增。',
  },
  secret_missing: {
    title: '缺少祕密金鑰',
    next: '請複製完整的連結，或輸入祕密金鑰。',
  },
  secret_not_base32: {
    title: '這不是祕密金鑰',
    detail: '錯誤的字元：{{character}}，位於第 {{position}} 個位置。',
    next: '祕密金鑰由字母 A 到 Z 和數字 2 到 7 組成。請更正後再試一次。',
  },
  secret_too_long: {
    title: '祕密金鑰太長',
    next: '請更正後再試一次。',
  },
  algorithm_unknown: {
    title: '不明的演算法',
    detail: '找到的值：{{value}}。',
    next: 'Proofup 支援 SHA1、SHA256 和 SHA512。請向發行者索取其他連結。',
  },
  steam_needs_sha1: {
    title: 'Steam 驗證碼只能使用 SHA1 產生',
    detail: '找到的值：{{value}}。',
    next: '請選擇 SHA1。',
  },
  digits_out_of_range: {
    title: '無法使用此位數',
    detail: '找到的值：{{value}}。',
    next: '驗證碼有 1 到 9 位數；Steam 驗證碼有 5 個字元。',
  },
  period_out_of_range: {
    title: '無法使用此時間間隔',
    detail: '找到的值：{{value}}。',
    next: '請使用 1 到 86,400 秒。大多數帳戶使用 30 秒。',
  },
  counter_out_of_range: {
    title: '無法使用此計數器',
    detail: '找到的值：{{value}}。',
    next: '請使用 0 或更大的整數。',
  },
  account_name_empty: {
    title: '帳戶需要名稱',
    next: '請輸入發行者或帳戶名稱。',
  },
  account_name_too_long: {
    title: '名稱太長',
    next: '請最多使用 256 個字元。',
  },
  account_name_invalid: {
    title: '名稱含有無法顯示的字元',
    next: '請輸入名稱，不要使用貼上。',
  },
  note_too_long: {
    title: '備註太長',
    next: '請最多使用 {{most}} 個字元。',
  },
  tag_too_long: {
    title: '標籤太長',
    next: '請最多使用 {{most}} 個字元。',
  },
  tags_too_many: {
    title: '標籤太多',
    next: '一個帳戶最多可有 {{most}} 個標籤。請先移除一個。',
  },
  icon_too_large: {
    title: '圖片太大',
    next: '請選擇不超過 10 MB 的圖片。',
  },
  account_exists: {
    title: '您已經有這個帳戶',
    next: '您可以使用清單中該帳戶的驗證碼。',
  },
  account_gone: {
    title: '此帳戶已不存在',
    next: '清單已更新。',
  },
}
