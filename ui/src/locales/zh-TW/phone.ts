// Phones: numbers, and verifying them.

import type { phone as english } from '../en/phone'

export const phone: typeof english = {
  types: {
    mobile: '驗證電話',
    office: '辦公室電話',
    alternateMobile: '替代驗證電話',
  },
  /** In the middle of a sentence. */
  named: {
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
  addTitle: '新增{{name}}',
  changeTitle: '變更{{name}}',
  addText: '我們會以文字簡訊傳送驗證碼。輸入驗證碼後才會儲存此號碼。',
  changeText: '我們會將驗證碼傳送到新號碼。在您輸入驗證碼之前，會保留舊號碼。',
  saved: '已儲存電話號碼',
  deleteTitle: '要刪除這個電話號碼嗎？',
  deleteText: '您將無法再使用{{name}}登入。',
  deleted: '已刪除電話號碼',
  extension: '分機',
  extensionHint: '如果要透過總機轉接給您',
  sentToReply: '我們已將文字簡訊傳送到 {{number}}。請以驗證碼回覆，或在此輸入驗證碼。',
  calling: '我們正在撥打 {{number}}。',
  answer: '請接聽電話並按 #',
  waiting: '正在等候您的電話',
  callAgain: '再次打電話給我',
  askAdmin: '此號碼由您的組織設定。請要求系統管理員變更。',
  firstTheOther: '請先設定驗證電話',
  setByOrganization: '您的組織已設定此號碼：{{number}}。',
  officeCalled: '我們會撥打這支電話，不會傳送文字簡訊給它。',
  addCall: '我們會撥打這支電話。接聽並按 # 之後才會儲存此號碼。',
  changeCall: '我們會撥打新號碼。在您接聽並按 # 之前，會保留舊號碼。',
}
