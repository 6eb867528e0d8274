// Pictures, files and the screen, from which accounts are read.

export const files = {
  picture_unreadable: {
    title: "This picture can't be read",
    next: 'Choose a PNG or JPEG picture.',
  },
  picture_too_large: {
    title: 'The picture is too large',
    next: 'Crop it to the QR code and try again.',
  },
  picture_too_busy: {
    title: 'Too much in this picture looks like a QR code',
    next: 'Crop it to the QR code and try again.',
  },
  picture_without_qr: {
    title: 'There is no QR code in this picture',
    next: 'Use a sharp picture that shows the whole code with its white edge.',
  },
  picture_text_unreadable: {
    title: "The text of this QR code can't be read",
    next: "It is in an encoding that isn't known. Ask the issuer for the link or the secret key.",
  },
  picture_without_account: {
    title: "The QR code in this picture isn't an account",
    next: 'Use the QR code that the issuer shows for authenticator apps.',
  },
  picture_without_link: {
    title: "The QR code in this picture isn't a Proofup link",
    next: 'Use the QR code that the setup page or your organization shows.',
  },
  qr_too_long: {
    title: "This account doesn't fit in a QR code",
    next: 'Its names are too long. Shorten them, or export the account as a link.',
  },
  import_unrecognised: {
    title: "This export file isn't supported",
    next: 'In the other app, export your accounts in its own format or as otpauth links, then choose that file.',
  },
  import_too_large: {
    title: 'The file is too large',
    next: 'An export has at most 64 MB and 20,000 entries. Choose the export itself, not an archive around it.',
  },
  import_password_needed: {
    title: 'The file is encrypted',
    next: 'Enter the password that was chosen when it was exported.',
  },
  import_password_wrong: {
    title: "This isn't the file's password",
    next: 'Enter the password that was chosen when it was exported. It may differ from the password of the app.',
  },
  import_password_or_damaged: {
    title: 'The password is wrong, or the file is damaged',
    next: 'Try the password again. If it is right, export the accounts once more.',
  },
  import_damaged: {
    title: 'The file is damaged',
    next: 'Part of it is missing or was changed. Export the accounts again and choose the new file.',
  },
  import_cut_off: {
    title: 'The file ends too early',
    next: 'Line {{line}} is the last one, and the end is missing. Download the file again and choose the new one.',
  },
  import_version_unsupported: {
    title: 'The file comes from a newer app',
    next: "Its version isn't known here yet. Update Proofup, or export in an older format.",
  },
  import_variant_unsupported: {
    title: "This kind of file can't be opened outside its app",
    next: 'Export again with a password of its own, or without encryption.',
  },
  import_too_costly: {
    title: 'Opening the file would take too long',
    next: 'Its encryption settings are unusually slow. Export again with the usual settings.',
  },
  import_memory: {
    title: 'Opening the file needs a lot of memory',
    next: 'It needs about {{megabytes}} MB for a few seconds. Close other programs first if memory is short, then continue.',
  },
  import_gone: {
    title: 'The file is no longer open',
    next: 'Choose the file again.',
  },
  import_cancelled: {
    title: 'The import was cancelled',
    next: 'Choose the file again when you want to.',
  },
  import_secret_elsewhere: {
    title: 'The file has no secret key for this account',
    next: 'Its secret key stays on the phone. Set up this account again with its issuer.',
  },
  import_token_refused: {
    title: "This row isn't a usable token",
    next: "Compare it with the manufacturer's list, correct it and choose the file again.",
  },
  import_secret_ambiguous: {
    title: 'The secret can be read in two ways',
    next: 'Change the name of its column to “hex secret”, “base32 secret” or “base64 secret”, as the manufacturer writes it, and choose the file again.',
  },
  import_entry_damaged: {
    title: 'This entry is damaged',
    next: 'Export again, or set up this account again with its issuer.',
  },
  clipboard_without_picture: {
    title: 'There is no picture on the clipboard',
    next: 'Copy a picture that shows the QR code, then try again.',
  },
  screen_unavailable: {
    title: "The screen can't be captured here",
    detail: 'The system says: {{detail}}.',
    next: 'Take a screenshot with your desktop, then choose the file or paste the picture.',
  },
  screen_refused: {
    title: "Capturing the screen wasn't allowed",
    next: 'Try again and allow it, or choose a picture file.',
  },
}
