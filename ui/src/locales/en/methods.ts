// The verification options.

export const methods = {
  push: 'Notify me through app',
  oath: 'Use verification code from app',
  sms: 'Text code to my authentication phone',
  voiceMobile: 'Call my authentication phone',
  voiceAlternateMobile: 'Call my alternate authentication phone',
  voiceOffice: 'Call my office phone',
  notAllowed: "Your organization doesn't allow this method",
  notYet: "This version of Proofup can't do this yet",
  notRegistered: 'Not set up yet',
  notUsable: "Can't be used now",
}
