// Phones: numbers, and verifying them.

import type { phone as english } from '../en/phone'

export const phone: typeof english = {
  types: {
    mobile: '驗證電話',
    office: '辦公室電話',
    alternateMobile: '替代驗證電話',
  },
  country: '國家/地區',
  noCountry: '找不到國家/地區',
  number: '電話號碼',
  stored: '將儲存為 {{number}}',
  missing: '請先輸入電話號碼。',
  sent: '我們已將含有驗證碼的文字簡訊傳送到 {{number}}。',
  verified: '驗證日期：{{date}}',
  notSetUp: '未設定',
  readOnly: '由您的組織設定',
  addTitle: '新增：{{name}}',
  changeTitle: '變更：{{name}}',
  addText: '我們會以文字簡訊傳送驗證碼。輸入驗證碼後才會儲存此號碼。',
  changeText: '我們會將驗證碼傳送到新號碼。在您輸入驗證碼之前，會保留舊號碼。',
  saved: '已儲存電話號碼',
  deleteTitle: '要刪除這個電話號碼嗎？',
  deleteText: '{{name}}將無法再用於登入。',
  deleted: '已刪除電話號碼',
}
