// Pictures, files and the screen, from which accounts are read.

import type { files as english } from '../../en/errors/files'

export const files: typeof english = {
  picture_unreadable: {
    title: '无法读取此图片',
    next: '请选择 PNG 或 JPEG 图片。',
  },
  picture_too_large: {
    title: '图片太大',
    next: '请裁剪到只剩 QR 码，然后重试。',
  },
  picture_too_busy: {
    title: '图片中有太多类似 QR 码的内容',
    next: '请裁剪到只剩 QR 码，然后重试。',
  },
  picture_without_qr: {
    title: '此图片中没有 QR 码',
    next: '请使用清晰且包含完整 QR 码及白色边缘的图片。',
  },
  picture_text_unreadable: {
    title: '无法读取此 QR 码的文字',
    next: '它使用未知的编码。请向颁发者索取链接或密钥。',
  },
  picture_without_account: {
    title: '此图片中的 QR 码不是帐户',
    next: '请使用颁发者为验证器应用显示的 QR 码。',
  },
  picture_without_link: {
    title: '此图片中的 QR 码不是 Proofup 的链接',
    next: '请使用设置页面或你的组织显示的 QR 码。',
  },
  qr_too_long: {
    title: '此帐户无法放入 QR 码',
    next: '名称太长。请缩短名称，或以链接导出。',
  },
  import_unrecognised: {
    title: '这不是已知的导出文件',
    next: '请在另一个应用中重新导出帐户（该应用自己的文件或 otpauth 链接），然后选择该文件。',
  },
  import_too_large: {
    title: '文件太大',
    next: '导出文件最多 64 MB、20,000 个项目。请选择导出文件本身，而不是压缩包。',
  },
  import_password_needed: {
    title: '文件已加密',
    next: '请输入导出时选择的密码。',
  },
  import_password_wrong: {
    title: '这不是文件的密码',
    next: '请输入导出时选择的密码。它可能与应用的密码不同。',
  },
  import_password_or_damaged: {
    title: '密码错误，或文件已损坏',
    next: '请再试一次密码。如果密码正确，请重新导出帐户。',
  },
  import_damaged: {
    title: '文件已损坏',
    next: '部分内容丢失或被更改。请重新导出帐户，然后选择新文件。',
  },
  import_cut_off: {
    title: '文件不完整',
    next: '第 {{line}} 行是最后一行，缺少结尾。请重新下载文件，然后选择新文件。',
  },
  import_version_unsupported: {
    title: '文件来自较新的应用',
    next: '这里还不认识此版本。请更新 Proofup，或以较旧的格式导出。',
  },
  import_variant_unsupported: {
    title: '此类文件无法在其应用之外打开',
    next: '请使用独立的密码重新导出，或不加密导出。',
  },
  import_too_costly: {
    title: '打开文件需要太多运算',
    next: '它的要求超过任何已知的导出文件。请使用一般设置重新导出。',
  },
  import_memory: {
    title: '打开文件需要大量内存',
    next: '它会在几秒内使用约 {{megabytes}} MB。如果内存不足，请先关闭其他程序，然后继续。',
  },
  import_gone: {
    title: '文件已不再打开',
    next: '请重新选择文件。',
  },
  import_cancelled: {
    title: '导入已取消',
    next: '你可以随时重新选择文件。',
  },
  import_secret_elsewhere: {
    title: '文件中没有它的密钥',
    next: '它的密钥留在手机上。请在该服务重新设置。',
  },
  import_token_refused: {
    title: '此行不是可用的令牌',
    next: '请与制造商的列表核对并更正，然后重新选择文件。',
  },
  import_secret_ambiguous: {
    title: '密钥有两种读法',
    next: '请按制造商的写法，将该列改名为“hex secret”“base32 secret”或“base64 secret”，然后重新选择文件。',
  },
  import_entry_damaged: {
    title: '此项目已损坏',
    next: '请重新导出，或在该服务重新设置帐户。',
  },
  clipboard_without_picture: {
    title: '剪贴板中没有图片',
    next: '请复制显示 QR 码的图片，然后重试。',
  },
  screen_unavailable: {
    title: '此处无法截取屏幕',
    detail: '系统消息：{{detail}}。',
    next: '请使用桌面截图，然后选择该文件或粘贴图片。',
  },
  screen_refused: {
    title: '未获准截取屏幕',
    next: '请重试并允许，或选择图片文件。',
  },
}
