// Setting an authenticator app up.

import type { setup as english } from '../en/setup'

export const setup: typeof english = {
  open: '打开验证器应用并添加帐户',
  openHint: '手机或此计算机上的任何验证器应用均可使用。',
  scan: '扫描 QR 码',
  qrAlt: '用于验证器应用的 QR 码',
  thisComputer: '添加到此计算机的验证器',
  newQr: '生成新的 QR 码',
  timeLeft: '还有 {{time}}有效',
  expired: '此 QR 码已过期。请生成新的 QR 码。',
  cantScan: '无法扫描 QR 码？',
  secretKey: '密钥',
  copySecret: '复制密钥',
  link: '链接',
  copyLink: '复制链接',
  type: '输入应用显示的六位数字',
  deviceName: '设备名称',
  deviceNameHint: '便于你在列表中识别，例如 Pixel 9',
  deviceNameDefault: '手机',
}
